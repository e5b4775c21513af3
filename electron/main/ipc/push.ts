import type { BrowserWindow } from 'electron';
import type { Push } from '../../../src/contract/window/bridge.ts';

/** Main → page. A window that is closed, or whose page has crashed, misses it; it asks for the whole view when it is back. */
export function push<Channel extends keyof Push>(
  window: BrowserWindow | null,
  channel: Channel,
  message: Push[Channel],
): void {
  if (window === null || window.isDestroyed() || window.webContents.isCrashed()) return;
  window.webContents.send(channel, message);
}
