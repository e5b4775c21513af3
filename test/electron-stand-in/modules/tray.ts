import { EventEmitter } from 'node:events';
import { markDestroyed, refuseUnknown } from '../strict.ts';
import type { Menu } from './menu.ts';

type Implemented =
  | 'closeContextMenu'
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'getGUID'
  | 'getIgnoreDoubleClickEvents'
  | 'getTitle'
  | 'isDestroyed'
  | 'setIgnoreDoubleClickEvents'
  | 'setImage'
  | 'setPressedImage'
  | 'setTitle'
  | 'setToolTip';

/** Recorded in `Tray.instances`; `image`, `toolTip`, `title` and `contextMenu` are what the user would see. */
export class Tray extends EventEmitter implements Pick<Electron.Tray, Implemented> {
  image: unknown;
  toolTip = '';
  title = '';
  contextMenu: Menu | null = null;
  readonly #guid: string | null;
  #ignoresDoubleClicks = false;
  #destroyed = false;

  constructor(image: unknown, guid?: string) {
    super();
    this.image = image;
    this.#guid = guid ?? null;
    Tray.instances.push(this);
  }
  setImage(image: unknown): void {
    this.image = image;
  }
  setPressedImage(): void {}
  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  getTitle(): string {
    return this.title;
  }
  setContextMenu(menu: Menu | null): void {
    this.contextMenu = menu;
  }
  popUpContextMenu(menu?: Menu): void {
    (menu ?? this.contextMenu)?.popup();
  }
  closeContextMenu(): void {
    this.contextMenu?.closePopup();
  }
  focus(): void {}
  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 22, height: 22 };
  }
  getGUID(): string | null {
    return this.#guid;
  }
  setIgnoreDoubleClickEvents(ignore: boolean): void {
    this.#ignoresDoubleClicks = ignore;
  }
  getIgnoreDoubleClickEvents(): boolean {
    return this.#ignoresDoubleClicks;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  destroy(): void {
    this.#destroyed = true;
    const index = Tray.instances.indexOf(this);
    if (index !== -1) Tray.instances.splice(index, 1);
    markDestroyed(this);
  }

  static readonly instances: Tray[] = [];
}
refuseUnknown(Tray, 'Tray');
