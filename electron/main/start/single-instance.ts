import type { App } from 'electron';
import { readStartOptions } from './options.ts';

/**
 * One Ringdesk per data folder: two would hold two seats for one agent.
 * A second start (by the icon, a link) brings the first to the front, unless it was a silent one.
 * @returns whether this is the first; if not, the app is already quitting
 */
export function claimSingleInstance(app: App, bringToFront: () => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', (_event, argv) => {
    if (!readStartOptions(argv, {}).hidden) bringToFront();
  });
  return true;
}
