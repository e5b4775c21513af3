import { refuseUnknown } from '../strict.ts';

type Implemented = 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep' | 'trashItem';

/** Nothing is opened: `calls` tells what would have been. */
class Shell implements Pick<Electron.Shell, Implemented> {
  readonly calls: { method: Implemented; target: string }[] = [];

  async openExternal(url: string): Promise<void> {
    this.calls.push({ method: 'openExternal', target: new URL(url).href });
  }
  async openPath(target: string): Promise<string> {
    this.calls.push({ method: 'openPath', target });
    return '';
  }
  showItemInFolder(target: string): void {
    this.calls.push({ method: 'showItemInFolder', target });
  }
  async trashItem(target: string): Promise<void> {
    this.calls.push({ method: 'trashItem', target });
  }
  beep(): void {
    this.calls.push({ method: 'beep', target: '' });
  }
}
refuseUnknown(Shell, 'shell');

export const shell = new Shell();
