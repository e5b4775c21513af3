import type { App } from 'electron';
import { readStartOptions, type StartOptions } from './options.ts';

/**
 * One Ringdesk per data folder: two would hold two seats for one agent.
 * A second start (by the icon, a link) tells the first how it was asked for, and goes away.
 * @returns whether this is the first; if not, the app is already quitting
 */
export function claimSingleInstance(app: App, onStartedAgain: (options: StartOptions) => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', (_event, argv) => {
    onStartedAgain(readStartOptions(argv, {}));
  });
  return true;
}
