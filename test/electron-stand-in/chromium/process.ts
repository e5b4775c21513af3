import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { DevTools } from './devtools.ts';

/**
 * Flags that every run has: no first-run pages or network of Chromium's own, fake audio devices, and no slowing down
 * of hidden windows, for the voice page is one. `--no-startup-window`: any tab of Chromium's would become a test's
 * first window.
 */
const alwaysOn = [
  '--no-sandbox',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-extensions',
  '--disable-popup-blocking',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-dev-shm-usage',
  // Pages of Chromium's own behind an address bar that no window has: they cost more than the window's page.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  '--password-store=basic',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

export interface Chromium {
  devTools: DevTools;
  /** The line `DevTools listening on ws://…`, for the test runner. */
  listening: string;
  process: ChildProcess;
  /** Lets Chromium write its profile to disk and end; kills it after `patienceMs`. */
  close(patienceMs: number): Promise<void>;
}

/** Chromium's `--disable-features=` and `--enable-features=` count once only: values from several sources are joined. */
function mergeFlags(flags: string[]): string[] {
  const merged = new Map<string, string>();
  for (const flag of flags) {
    const [name = flag, value] = flag.split(/=(.*)/s);
    const before = merged.get(name);
    const joins = name === '--disable-features' || name === '--enable-features';
    if (value === undefined) merged.set(name, '');
    else merged.set(name, joins && before ? `${before},${value}` : value);
  }
  return [...merged].map(([name, value]) => (value === '' ? name : `${name}=${value}`));
}

/**
 * Starts Chromium in our own process group, so that a kill of the group reaches it, and on pipes of its own: had it
 * our stdout, the runner would wait for it for ever. Should we alone be killed, the pipe breaks and Chromium ends too.
 * Rejects with Chromium's own words when it does not come up.
 */
export function startChromium(profile: string, switches: Iterable<[string, string]>, port: string): Promise<Chromium> {
  mkdirSync(profile, { recursive: true });
  const flags = mergeFlags([
    ...alwaysOn,
    ...(process.env.DISPLAY ? [] : ['--headless=new']),
    ...[...switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
    ...(process.env.STANDIN_CHROMIUM_FLAGS ?? '').split(' ').filter((flag) => flag !== ''),
    `--user-data-dir=${profile}`,
    `--remote-debugging-port=${port}`,
    '--remote-debugging-pipe',
  ]);
  const child = spawn(process.env.RINGDESK_CHROMIUM ?? 'chromium', flags, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  // Node gives sockets for the pipes; the types cannot know it.
  const devTools = new DevTools(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const close = async (patienceMs: number) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    devTools.send('Browser.close').catch(() => child.kill('SIGKILL'));
    await ended;
    clearTimeout(timer);
  };
  return new Promise((resolve, reject) => {
    let words = '';
    const stderr = child.stderr ?? new PassThrough();
    stderr.on('data', (chunk: Buffer) => {
      if (process.env.STANDIN_DEBUG) process.stderr.write(`[chromium] ${chunk.toString()}`);
      if (words === 'listening') return;
      words += chunk.toString();
      const listening = /^DevTools listening on ws:\/\/.*$/m.exec(words)?.[0];
      if (listening === undefined) return;
      words = 'listening';
      resolve({ devTools, listening, process: child, close });
    });
    child.once('error', (error) => reject(new Error(`Chromium could not be started: ${error.message}`)));
    child.once('exit', (code) => reject(new Error(`Chromium ended with code ${code}.\n${words}`)));
  });
}
