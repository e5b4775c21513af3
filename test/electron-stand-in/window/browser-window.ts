import { app, type Closable } from '../app/app.ts';
import { WebContents } from '../contents/web-contents.ts';
import { faithful, preventable } from '../faithful.ts';
import { NativeImage } from '../modules/native-image.ts';
import { markDestroyed, refuseUnknown } from '../strict.ts';
import { Visibility } from './visibility.ts';

type Implemented =
  | Exclude<keyof Visibility & keyof Electron.BrowserWindow, keyof NodeJS.EventEmitter>
  | 'close'
  | 'destroy'
  | 'getChildWindows'
  | 'getParentWindow'
  | 'id'
  | 'isDestroyed'
  | 'isModal'
  | 'loadFile'
  | 'loadURL'
  | 'reload'
  | 'setParentWindow';

const all = new Map<number, BrowserWindow>();
let lastId = 0;

export class BrowserWindow extends Visibility implements Pick<Electron.BrowserWindow, Implemented>, Closable {
  readonly id: number;
  readonly webContents: WebContents;
  readonly #modal: boolean;
  #parent: BrowserWindow | null;
  #destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super(options);
    if (!app.isReady() && !app.isQuitting) throw new Error('Cannot create BrowserWindow before app is ready');
    lastId += 1;
    this.id = lastId;
    all.set(this.id, this);
    app.windows.add(this);
    this.#modal = options.modal ?? false;
    this.#parent = faithful<BrowserWindow>(options.parent ?? null);
    const { width, height } = this.getBounds();
    const host = {
      size: { width, height },
      contentsGone: () => {
        if (!this.#destroyed) this.destroy();
      },
      openChild: (url: string, overrides: Electron.BrowserWindowConstructorOptions) => this.#openChild(url, overrides),
    };
    this.webContents = new WebContents(host, options.webPreferences ?? {});
    this.webContents.resizeTo({ width, height });
    this.#followPage();
    if (options.show !== false) this.show();
    app.emit('browser-window-created', {}, this);
  }

  #followPage(): void {
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.webContents.on('page-title-updated', (event: { defaultPrevented: boolean }, title: string, set: boolean) => {
      this.emit('page-title-updated', event, title, set);
      if (!event.defaultPrevented) this.title = title;
    });
  }
  #openChild(url: string, overrides: Electron.BrowserWindowConstructorOptions): WebContents {
    const child = new BrowserWindow(overrides);
    this.webContents.emit('did-create-window', child, { url });
    child.loadURL(url).catch(() => undefined);
    return child.webContents;
  }
  protected override follow(bounds: Electron.Rectangle): void {
    this.webContents.resizeTo(bounds);
  }
  protected override focusPage(focused: boolean): void {
    this.webContents.setFocused(focused);
    app.emit(focused ? 'browser-window-focus' : 'browser-window-blur', {}, this);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  loadFile(file: string, options?: Electron.LoadFileOptions): Promise<void> {
    return this.webContents.loadFile(file, options);
  }
  reload(): void {
    this.webContents.reload();
  }
  /** What the page shows now. */
  async capturePage(): Promise<NativeImage> {
    const { data } = await this.webContents.command('Page.captureScreenshot', { format: 'png' });
    return NativeImage.createFromBuffer(Buffer.from(data, 'base64'));
  }
  getMediaSourceId(): string {
    return `window:${this.id}:0`;
  }

  setParentWindow(parent: object | null): void {
    this.#parent = faithful<BrowserWindow>(parent);
  }
  getParentWindow(): Electron.BrowserWindow | null {
    return faithful(this.#parent);
  }
  getChildWindows(): Electron.BrowserWindow[] {
    return [...all.values()].filter((window) => window.#parent === this).map((window) => faithful(window));
  }
  isModal(): boolean {
    return this.#modal;
  }

  /** Asked as the user would: a `close` listener may refuse. */
  close(): void {
    setImmediate(() => {
      if (!this.#destroyed) this.closeUnlessRefused();
    });
  }
  closeUnlessRefused(): boolean {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.destroy();
    return true;
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.blur();
    this.#destroyed = true;
    all.delete(this.id);
    this.webContents.destroy();
    this.emit('closed');
    markDestroyed(this);
    app.windowClosed(this);
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  static getAllWindows(): BrowserWindow[] {
    return [...all.values()];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...all.values()].find((window) => window.isFocused()) ?? null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...all.values()].find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return all.get(id) ?? null;
  }
}
refuseUnknown(BrowserWindow, 'BrowserWindow');
