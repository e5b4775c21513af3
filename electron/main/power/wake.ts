import type { Desk } from '../../../src/desk/desk.ts';
import type { Log } from '../../../src/desk/ports.ts';

/** The part of Electron's that is needed here. */
type PowerMonitor = {
  on(event: 'resume', listener: () => void): unknown;
  on(event: 'unlock-screen', listener: () => void): unknown;
};

export type WakeDeps = {
  powerMonitor: PowerMonitor;
  desk: Pick<Desk, 'getView' | 'reconnect'>;
  log: Log;
  now: () => number;
};

/** Waking up mostly ends with unlocking the screen: once is enough. */
const onceInMs = 30_000;

/** After a sleep the connection is made anew: it may look open for as long as the relay waits for a sign of life. */
export function setupWake({ powerMonitor, desk, log, now }: WakeDeps): void {
  let last = Number.NEGATIVE_INFINITY;

  function reconnect(why: string): void {
    last = now();
    log.info('power: connection made anew', { why });
    desk.reconnect();
  }

  powerMonitor.on('resume', () => reconnect('resume'));
  // Some computers doze behind the lock without saying so. What rings has just come through the connection.
  powerMonitor.on('unlock-screen', () => {
    if (now() - last >= onceInMs && desk.getView().ring === null) reconnect('unlock-screen');
  });
}
