import type { BrowserWindow } from 'electron';
import type { Desk } from '../../../src/desk/desk.ts';

/** Devices are tried in sight only: when the window is hidden or its page loads anew, no microphone and no headset stays open behind it. */
export function endDeskTestOutOfSight(window: BrowserWindow | null, desk: Pick<Desk, 'getView' | 'command'>): void {
  const end = () => {
    const { deskTest, headset } = desk.getView();
    if (deskTest.stage !== 'closed') void desk.command({ kind: 'testDesk', action: 'stop' });
    if (headset.trial !== null) void desk.command({ kind: 'tryHeadset', on: false });
  };
  window?.on('hide', end);
  window?.on('closed', end);
  window?.webContents.on('did-start-loading', end);
  window?.webContents.on('render-process-gone', end);
}
