import type { DevTools, Method, Params, Result } from './devtools.ts';
import { type Chromium, startChromium } from './process.ts';

/** The one Chromium behind this application. It is started when the main script has run, just before `ready`. */
let running: Chromium | undefined;
let announce: (chromium: Chromium) => void;
const started = new Promise<Chromium>((resolve) => {
  announce = resolve;
});
let version = '';
let ending: Promise<void> | undefined;
const whenStarted: ((devTools: DevTools) => Promise<void>)[] = [];

export const browser = {
  /** Waits for Chromium where it is not up yet. */
  async command<M extends Method>(method: M, params?: Params<M>, sessionId?: string): Promise<Result<M>> {
    const { devTools } = await started;
    return devTools.send(method, params, sessionId);
  },

  /** The same, where nobody needs the answer and Chromium may be gone or a target closed. */
  tell<M extends Method>(method: M, params?: Params<M>, sessionId?: string): void {
    this.command(method, params, sessionId).catch((error: Error) => {
      if (process.env.STANDIN_DEBUG) process.stderr.write(`[stand-in] ${error.message}\n`);
    });
  },

  /** Something to do as soon as Chromium is up and before anything else, such as to listen to its events. */
  onStart(task: (devTools: DevTools) => Promise<void>): void {
    whenStarted.push(task);
  },

  get pid(): number | undefined {
    return running?.process.pid;
  },

  /** Empty until it is up. */
  get version(): string {
    return version;
  },

  get isRunning(): boolean {
    return running !== undefined;
  },

  /** Returns the line that tells where DevTools listens. */
  async start(profile: string, switches: Iterable<[string, string]>, port: string, onLost: () => void) {
    const chromium = await startChromium(profile, switches, port);
    running = chromium;
    process.once('exit', () => chromium.process.kill('SIGKILL'));
    chromium.process.once('exit', () => {
      if (ending === undefined) onLost();
    });
    const { product } = await chromium.devTools.send('Browser.getVersion');
    version = product.split('/')[1] ?? '';
    for (const task of whenStarted) await task(chromium.devTools);
    announce(chromium);
    return chromium.listening;
  },

  stop(patienceMs = 3_000): Promise<void> {
    ending ??= running?.close(patienceMs) ?? Promise.resolve();
    return ending;
  },
};
