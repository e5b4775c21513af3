import type { BrowserWindow, BrowserWindowConstructorOptions, Screen } from 'electron';
import type { Log } from '../../../../src/desk/ports.ts';
import { pageAddress } from '../../app-scheme/address.ts';
import { reloadAfterCrash } from '../../crash/reload-after-crash.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Pages } from '../pages.ts';
import { webPreferences } from '../web-preferences.ts';
import { minimumSize, placeWindow } from './bounds.ts';

export type SoftphoneDeps = {
  create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  screen: Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>;
  settings: Settings;
  pages: Pages;
  /** The folder of the built main process and preloads. */
  built: string;
  icon: string;
  isQuitting: () => boolean;
  now: () => number;
  log: Log;
};

const saveAfterMs = 500;

/** The softphone. It is made once and then hidden and shown: closing it never touches a call. */
export class SoftphoneWindow {
  readonly #deps: SoftphoneDeps;
  readonly #turned = new Set<() => void>();
  #window: BrowserWindow | null = null;
  #savingBounds: NodeJS.Timeout | undefined;

  constructor(deps: SoftphoneDeps) {
    this.#deps = deps;
  }

  get window(): BrowserWindow | null {
    return this.#window;
  }

  /** The person works in it. */
  isInFront(): boolean {
    const window = this.#window;
    return window?.isVisible() === true && !window.isMinimized() && window.isFocused();
  }

  /** It came to the front, or left it. */
  onTurn(listener: () => void): void {
    this.#turned.add(listener);
  }

  /** Makes the window, unseen. The page loads either way, so that it is there at once when it is wanted. */
  open(options: { hidden: boolean }): void {
    const { create, pages, settings, built, icon, log, now } = this.#deps;
    const window = create({
      ...placeWindow(settings.softphoneBounds, this.#workAreas()),
      minWidth: minimumSize.width,
      minHeight: minimumSize.height,
      show: false,
      title: 'Ringdesk',
      icon,
      autoHideMenuBar: true,
      webPreferences: webPreferences('softphone', built),
    });
    this.#window = window;
    pages.add(window.webContents, 'softphone');
    if (!options.hidden) window.once('ready-to-show', () => window.show());
    window.on('close', (event) => this.#hideInstead(event));
    window.on('closed', () => {
      this.#window = null;
      this.#tellTurn();
    });
    for (const event of ['resize', 'move'] as const) window.on(event as 'resize', () => this.#saveBoundsSoon());
    for (const event of ['focus', 'blur', 'show', 'hide', 'minimize', 'restore'] as const) {
      window.on(event as 'focus', () => this.#tellTurn());
    }
    reloadAfterCrash(window.webContents, { page: 'softphone', log, now });
    window.loadURL(pageAddress('softphone')).catch((error: unknown) => log.error('softphone not loaded', { error }));
  }

  bringToFront(): void {
    if (this.#window === null) this.open({ hidden: false });
    const window = this.#window;
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  #tellTurn(): void {
    for (const listener of this.#turned) listener();
  }

  #hideInstead(event: { preventDefault: () => void }): void {
    this.#saveBounds();
    if (this.#deps.isQuitting()) return;
    event.preventDefault();
    this.#window?.hide();
  }

  #saveBoundsSoon(): void {
    clearTimeout(this.#savingBounds);
    this.#savingBounds = setTimeout(() => this.#saveBounds(), saveAfterMs);
  }

  #saveBounds(): void {
    clearTimeout(this.#savingBounds);
    const window = this.#window;
    if (window === null || window.isDestroyed()) return;
    this.#deps.settings.keepSoftphoneBounds(window.getNormalBounds());
  }

  #workAreas() {
    const primary = this.#deps.screen.getPrimaryDisplay();
    const others = this.#deps.screen.getAllDisplays().filter((display) => display.id !== primary.id);
    return [primary, ...others].map((display) => display.workArea);
  }
}
