import type { BrowserWindow, BrowserWindowConstructorOptions, Screen } from 'electron';
import type { CardView } from '../../../../src/contract/window/card.ts';
import type { DeskView, Levels } from '../../../../src/contract/window/view.ts';
import type { Log } from '../../../../src/desk/ports.ts';
import { pageAddress } from '../../app-scheme/address.ts';
import { reloadAfterCrash } from '../../crash/reload-after-crash.ts';
import { push } from '../../ipc/push.ts';
import type { Pages } from '../pages.ts';
import { webPreferences } from '../web-preferences.ts';
import { type CardFace, nextFace } from './face.ts';
import { placeCard } from './place.ts';

export type CardDeps = {
  create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  screen: Pick<Screen, 'getCursorScreenPoint' | 'getDisplayNearestPoint' | 'getAllDisplays' | 'on'>;
  pages: Pages;
  softphone: { isInFront: () => boolean; onTurn: (listener: () => void) => void };
  /** The folder of the built main process and preloads. */
  built: string;
  isQuitting: () => boolean;
  now: () => number;
  log: Log;
};

/** The call card: over every program, never in the way of what is being typed. It is made once and then hidden and shown. */
export class CardWindow {
  readonly #deps: CardDeps;
  #window: BrowserWindow | null = null;
  #desk: DeskView | null = null;
  #face: CardFace = { face: 'none' };
  #displayId: number | null = null;
  #going: NodeJS.Timeout | undefined;

  constructor(deps: CardDeps) {
    this.#deps = deps;
    deps.softphone.onTurn(() => this.#look());
    const move = () => {
      if (this.#face.face !== 'none') this.#place();
    };
    deps.screen.on('display-added', move);
    deps.screen.on('display-removed', move);
    deps.screen.on('display-metrics-changed', move);
  }

  /** Makes the window, unseen, so that a ring only has to show it. */
  open(): void {
    const { create, pages, built, isQuitting, log, now } = this.#deps;
    const window = create({
      ...placeCard('none', this.#workArea()),
      // macOS lets a panel stand over full-screen programs and take a click without activating its program.
      ...(process.platform === 'darwin' ? { type: 'panel', acceptFirstMouse: true } : {}),
      show: false,
      frame: false,
      resizable: false,
      movable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      focusable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      title: 'Ringdesk call',
      webPreferences: webPreferences('card', built),
    });
    this.#displayId = null;
    this.#window = window;
    window.setAlwaysOnTop(true, 'screen-saver');
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    pages.add(window.webContents, 'card');
    window.on('close', (event) => {
      if (!isQuitting()) event.preventDefault();
    });
    window.on('closed', () => {
      this.#window = null;
    });
    reloadAfterCrash(window.webContents, { page: 'card', log, now });
    window.loadURL(pageAddress('card')).catch((error: unknown) => log.error('card not loaded', { error }));
  }

  /** What the page shows; a page that starts anew asks for it. */
  view(): CardView {
    const face = this.#face;
    return face.face === 'over' ? { face: 'over', over: face.over } : face;
  }

  render(view: DeskView): void {
    this.#desk = view;
    this.#look();
  }

  showLevels(levels: Levels): void {
    if (this.#face.face === 'call') push(this.#window, 'levels:changed', levels);
  }

  #look(): void {
    if (this.#desk === null) return;
    const { now, softphone } = this.#deps;
    const before = this.#face;
    const next = nextFace(before, this.#desk, { now: now(), softphoneInFront: softphone.isInFront() });
    clearTimeout(this.#going);
    if (next.face === 'over') this.#going = setTimeout(() => this.#look(), next.until - now());
    if (JSON.stringify(next) === JSON.stringify(before)) return;
    this.#face = next;
    push(this.#window, 'card:changed', this.view());
    if (next.face === before.face) return;
    if (next.face === 'none') this.#hide();
    else this.#place();
  }

  #hide(): void {
    this.#displayId = null;
    this.#window?.hide();
  }

  /** Shows it where the person works. There it stays while it is up, because nobody can press what moves away. */
  #place(): void {
    const window = this.#window;
    if (window === null || window.isDestroyed()) return;
    window.setBounds(placeCard(this.#face.face, this.#workArea()));
    if (!window.isVisible()) window.showInactive();
  }

  #workArea() {
    const { screen } = this.#deps;
    const same = screen.getAllDisplays().find((display) => display.id === this.#displayId);
    const display = same ?? screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    this.#displayId = display.id;
    return display.workArea;
  }
}
