/** What the command line of a launch asks for; Playwright's launcher and a plain `electron .` are both understood. */
export interface LaunchArguments {
  /** `-r <script>`: Playwright's loader, when the launch goes by `electron/index.js`. */
  loader: string | undefined;
  inspect: boolean;
  /** Undefined without `--remote-debugging-port`: then nobody waits for DevTools. */
  debuggingPort: string | undefined;
  /** `--name` and `--name=value`, for `app.commandLine`. */
  switches: Map<string, string>;
  /** The application and its own arguments. */
  rest: string[];
}

export function readArguments(args: string[]): LaunchArguments {
  const found: LaunchArguments = {
    loader: undefined,
    inspect: false,
    debuggingPort: undefined,
    switches: new Map(),
    rest: [],
  };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    const [name = '', value = ''] = arg.replace(/^--/, '').split(/=(.*)/s);
    if (arg === '-r' || arg === '--require') {
      i += 1;
      found.loader = args[i];
    } else if (name === 'inspect') found.inspect = true;
    else if (name === 'remote-debugging-port') {
      found.debuggingPort = value;
      // What stands before it came from the launcher, what follows is the application's.
      found.rest = args.slice(i + 1);
    } else if (arg.startsWith('--')) found.switches.set(name, value);
  }
  if (found.debuggingPort === undefined) found.rest = args;
  return found;
}
