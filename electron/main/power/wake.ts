import type { Desk } from '../../../src/desk/desk.ts';
import type { Log } from '../../../src/desk/ports.ts';

/** The part of Electron's that is needed here. */
type PowerMonitor = {
  on(event: 'suspend', listener: () => void): unknown;
  on(event: 'resume', listener: () => void): unknown;
  on(event: 'unlock-screen', listener: () => void): unknown;
};

export type WakeDeps = {
  powerMonitor: PowerMonitor;
  desk: Pick<Desk, 'getView' | 'setAwake' | 'reconnect' | 'prove'>;
  log: Log;
  now: () => number;
};

/** Waking up mostly ends with unlocking the screen: once is enough. */
const onceInMs = 30_000;

/**
 * Before a sleep the relay learns that nobody will hear a ring here. After it the connection is made anew (it may look open for as long
 * as the relay waits for a sign of life), and microphone and speaker are proved again: a dock may be gone.
 */
export function setupWake({ powerMonitor, desk, log, now }: WakeDeps): void {
  let last = Number.NEGATIVE_INFINITY;

  powerMonitor.on('suspend', () => {
    log.info('power: going to sleep');
    desk.setAwake(false);
  });
  powerMonitor.on('resume', () => {
    last = now();
    log.info('power: awake, connection made anew');
    desk.setAwake(true);
  });
  // Some computers doze behind the lock without saying so. What rings has just come through the connection.
  powerMonitor.on('unlock-screen', () => {
    if (desk.getView().ring !== null) return;
    if (now() - last >= onceInMs) {
      log.info('power: unlocked, connection made anew');
      desk.reconnect();
    }
    desk.prove();
  });
}
