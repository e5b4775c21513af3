import type { BrowserWindow } from 'electron';
import type { Desk } from '../../../src/desk/desk.ts';

/** Devices are tried in sight only: when the window is hidden or its page loads anew, no microphone stays open behind it. */
export function endDeskTestOutOfSight(window: BrowserWindow | null, desk: Pick<Desk, 'getView' | 'command'>): void {
  const end = () => {
    if (desk.getView().deskTest.stage !== 'closed') void desk.command({ kind: 'testDesk', action: 'stop' });
  };
  window?.on('hide', end);
  window?.on('closed', end);
  window?.webContents.on('did-start-loading', end);
  window?.webContents.on('render-process-gone', end);
}
