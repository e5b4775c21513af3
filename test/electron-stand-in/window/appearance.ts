import type { Menu } from '../modules/menu.ts';
import { Geometry } from './geometry.ts';

/** How a window shows itself on the desktop. Chromium cannot do these things: they are kept for tests to read. */
export abstract class Appearance extends Geometry {
  backgroundColor: string;
  flashing = false;
  icon: unknown;
  overlayIcon: { image: unknown; description: string } | undefined;
  progress = -1;
  menu: Menu | null = null;
  skipTaskbar: boolean;
  accessibleTitle = '';
  alwaysOnTopLevel = 'floating';
  #title: string;
  #alwaysOnTop: boolean;
  #onAllWorkspaces = false;
  #focusable: boolean;
  #closable: boolean;
  #minimizable: boolean;
  #maximizable: boolean;
  #fullScreen: boolean;
  #menuBarVisible = true;
  #contentProtected = false;
  #enabled = true;
  #hasShadow = true;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super(options);
    this.#title = options.title ?? 'Electron';
    this.backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.icon = options.icon;
    this.skipTaskbar = options.skipTaskbar ?? false;
    this.#alwaysOnTop = options.alwaysOnTop ?? false;
    this.#focusable = options.focusable ?? true;
    this.#closable = options.closable ?? true;
    this.#minimizable = options.minimizable ?? true;
    this.#maximizable = options.maximizable ?? true;
    this.#fullScreen = options.fullscreen ?? false;
  }

  get title(): string {
    return this.#title;
  }
  set title(title: string) {
    this.#title = title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  getTitle(): string {
    return this.#title;
  }
  setAlwaysOnTop(flag: boolean, level?: string): void {
    this.alwaysOnTopLevel = level ?? 'floating';
    if (this.#alwaysOnTop === flag) return;
    this.#alwaysOnTop = flag;
    this.emit('always-on-top-changed', {}, flag);
  }
  isAlwaysOnTop(): boolean {
    return this.#alwaysOnTop;
  }
  setVisibleOnAllWorkspaces(visible: boolean): void {
    this.#onAllWorkspaces = visible;
  }
  isVisibleOnAllWorkspaces(): boolean {
    return this.#onAllWorkspaces;
  }
  setSkipTaskbar(skip: boolean): void {
    this.skipTaskbar = skip;
  }
  setFocusable(focusable: boolean): void {
    this.#focusable = focusable;
  }
  isFocusable(): boolean {
    return this.#focusable;
  }
  setClosable(closable: boolean): void {
    this.#closable = closable;
  }
  isClosable(): boolean {
    return this.#closable;
  }
  setMinimizable(minimizable: boolean): void {
    this.#minimizable = minimizable;
  }
  isMinimizable(): boolean {
    return this.#minimizable;
  }
  setMaximizable(maximizable: boolean): void {
    this.#maximizable = maximizable;
  }
  isMaximizable(): boolean {
    return this.#maximizable;
  }
  setFullScreen(flag: boolean): void {
    if (this.#fullScreen === flag) return;
    this.#fullScreen = flag;
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen');
  }
  isFullScreen(): boolean {
    return this.#fullScreen;
  }
  setFullScreenable(): void {}
  setEnabled(enable: boolean): void {
    this.#enabled = enable;
  }
  isEnabled(): boolean {
    return this.#enabled;
  }

  flashFrame(flag: boolean): void {
    this.flashing = flag;
  }
  setProgressBar(progress: number): void {
    this.progress = progress;
  }
  setOverlayIcon(image: object | null, description: string): void {
    this.overlayIcon = image === null ? undefined : { image, description };
  }
  setIcon(icon: unknown): void {
    this.icon = icon;
  }
  setThumbarButtons(): boolean {
    return true;
  }
  setBackgroundColor(color: string): void {
    this.backgroundColor = color;
  }
  getBackgroundColor(): string {
    return this.backgroundColor;
  }
  setVibrancy(): void {}
  setBackgroundMaterial(): void {}
  setTitleBarOverlay(): void {}
  setWindowButtonVisibility(): void {}
  setWindowButtonPosition(): void {}
  setHasShadow(hasShadow: boolean): void {
    this.#hasShadow = hasShadow;
  }
  hasShadow(): boolean {
    return this.#hasShadow;
  }
  setContentProtection(enable: boolean): void {
    this.#contentProtected = enable;
  }
  isContentProtected(): boolean {
    return this.#contentProtected;
  }
  setIgnoreMouseEvents(): void {}

  setMenu(menu: unknown): void {
    this.menu = menu as Menu | null;
  }
  removeMenu(): void {
    this.menu = null;
  }
  setMenuBarVisibility(visible: boolean): void {
    this.#menuBarVisible = visible;
  }
  isMenuBarVisible(): boolean {
    return this.#menuBarVisible;
  }
  setAutoHideMenuBar(): void {}
}
