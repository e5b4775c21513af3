import { EventEmitter } from 'node:events';
import { browser } from '../chromium/browser.ts';
import type { Method, Params, Result } from '../chromium/devtools.ts';
import { nativeTheme } from '../modules/native-theme.ts';
import { NotImplemented } from '../strict.ts';

type Command = { [M in Method]: [method: M, params: Params<M>] }[Method];

/** What can be turned on a page: zoom, sound, focus, developer tools, size and colours. */
export abstract class PageControls extends EventEmitter {
  zoomFactor = 1;
  audioMuted = false;
  backgroundThrottling = true;
  userAgent = '';
  #devToolsOpened = false;
  #focused = false;
  #size: { width: number; height: number } | undefined;

  /** A DevTools command to this page, once it is there. */
  abstract command<M extends Method>(method: M, params?: Params<M>): Promise<Result<M>>;
  abstract isDestroyed(): boolean;

  /** The same, where the answer does not matter and the page may be closing. */
  protected tell<M extends Method>(method: M, params?: Params<M>): void {
    this.command(method, params).catch((error: Error) => {
      if (process.env.STANDIN_DEBUG) process.stderr.write(`[stand-in] ${error.message}\n`);
    });
  }

  /** What a new page has to be told before it shows anything. */
  protected initialState(): Command[] {
    const metrics: Command[] =
      this.#size === undefined ? [] : [['Emulation.setDeviceMetricsOverride', this.#metrics(this.#size)]];
    return [...metrics, ['Emulation.setEmulatedMedia', colours()]];
  }
  #metrics({ width, height }: { width: number; height: number }) {
    return { width: Math.max(1, width), height: Math.max(1, height), deviceScaleFactor: 0, mobile: false };
  }
  /** The page's own size is the window's, whatever frame Chromium draws around it. */
  resizeTo(size: { width: number; height: number }): void {
    this.#size = size;
    this.tell('Emulation.setDeviceMetricsOverride', this.#metrics(size));
  }
  applyColours(): void {
    this.tell('Emulation.setEmulatedMedia', colours());
  }

  getZoomFactor(): number {
    return this.zoomFactor;
  }
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.zoomFactor = factor;
    this.tell('Emulation.setPageScaleFactor', { pageScaleFactor: factor });
  }
  get zoomLevel(): number {
    return Math.log(this.zoomFactor) / Math.log(1.2);
  }
  set zoomLevel(level: number) {
    this.setZoomFactor(1.2 ** level);
  }
  getZoomLevel(): number {
    return this.zoomLevel;
  }
  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }
  async setVisualZoomLevelLimits(): Promise<void> {}

  setAudioMuted(muted: boolean): void {
    this.audioMuted = muted;
  }
  isAudioMuted(): boolean {
    return this.audioMuted;
  }
  isCurrentlyAudible(): boolean {
    throw new NotImplemented('webContents.isCurrentlyAudible');
  }
  setBackgroundThrottling(allowed: boolean): void {
    this.backgroundThrottling = allowed;
  }
  getBackgroundThrottling(): boolean {
    return this.backgroundThrottling;
  }
  setUserAgent(userAgent: string): void {
    this.userAgent = userAgent;
    this.tell('Emulation.setUserAgentOverride', { userAgent });
  }
  getUserAgent(): string {
    return this.userAgent;
  }
  setWebRTCIPHandlingPolicy(): void {}
  setIgnoreMenuShortcuts(): void {}

  focus(): void {
    this.setFocused(true);
  }
  isFocused(): boolean {
    return this.#focused;
  }
  /** The window came to the front, or left it. */
  setFocused(focused: boolean): void {
    if (this.#focused === focused) return;
    this.#focused = focused;
    this.emit(focused ? 'focus' : 'blur');
  }

  openDevTools(): void {
    this.#devToolsOpened = true;
    this.emit('devtools-opened');
  }
  closeDevTools(): void {
    this.#devToolsOpened = false;
    this.emit('devtools-closed');
  }
  isDevToolsOpened(): boolean {
    return this.#devToolsOpened;
  }
  toggleDevTools(): void {
    if (this.#devToolsOpened) this.closeDevTools();
    else this.openDevTools();
  }

  async insertCSS(css: string): Promise<string> {
    const key = `css-${css.length}-${Date.now()}`;
    const style = `Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(css)}, id: '${key}' })`;
    await this.command('Runtime.evaluate', { expression: `document.head.append(${style})` });
    return key;
  }
  async removeInsertedCSS(key: string): Promise<void> {
    await this.command('Runtime.evaluate', { expression: `document.getElementById(${JSON.stringify(key)})?.remove()` });
  }
  stop(): void {
    this.tell('Page.stopLoading');
  }
  getOSProcessId(): number {
    return browser.pid ?? 0;
  }
}

function colours(): Params<'Emulation.setEmulatedMedia'> {
  const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  return { features: [{ name: 'prefers-color-scheme', value }] };
}
