import type { CallsPage } from '../../src/contract/api/session.ts';
import type { Problem } from '../../src/contract/desk/words.ts';
import type { About, LogSaved } from '../../src/contract/window/about.ts';
import type { HistoryQuery } from '../../src/contract/window/bridge.ts';
import type { DrawingFailure } from '../../src/contract/window/drawing-failure.ts';
import type { ProxySignIn, RelayMeasure } from '../../src/contract/window/network.ts';
import type { NoticeTest } from '../../src/contract/window/notice.ts';
import type { PreferenceChange, Preferences } from '../../src/contract/window/preferences.ts';
import type { ShortcutChange, ShortcutView } from '../../src/contract/window/shortcuts.ts';
import type { DeskCommand, DeskView, Levels } from '../../src/contract/window/view.ts';
import type { WantedPlace } from '../../src/contract/window/wanted-place.ts';
import type { Customers } from '../../src/desk/customers/customers.ts';
import type { Templates } from '../../src/desk/templates/templates.ts';

/**
 * Where the softphone runs. Features ask the host and never the window: Electron's main process or the page itself answers.
 */
export type Host = {
  kind: 'electron' | 'browser';
  /** `darwin`, `win32`, `linux`, or `web`. */
  platform: string;
  /** The view as it is now; later ones come through {@link Host.onView}. */
  getView(): Promise<DeskView>;
  onView(listener: (view: DeskView) => void): () => void;
  onLevels(listener: (levels: Levels) => void): () => void;
  command(command: DeskCommand): Promise<void>;
  /** This agent's calls, newest first. Rejects when they cannot be had. */
  listHistory(query: HistoryQuery): Promise<CallsPage>;
  /** The company's customers. Each rejects with a sentence. */
  customers: Customers;
  /** The company's message templates. Each rejects with a sentence. */
  templates: Templates;
  notices: Notices;
  /** The person looks at another place now: what is news elsewhere (missed calls) may be seen by that. */
  placeShown(place: string): void;
  /** Something of the window could not be drawn: for the log. */
  drawingFailed(failure: DrawingFailure): void;
  /** Tells what this computer lost or cannot keep, at once and whenever it changes. A browser keeps too little to lose any. */
  onLosses(listener: (losses: readonly Problem[]) => void): () => void;
  /** The person has read of a loss. */
  putLossAway(code: string): void;
  /** Tells the keys that work in every program, at once and whenever they change. A browser has none. */
  onShortcuts(listener: (shortcuts: readonly ShortcutView[]) => void): () => void;
  /** Rejects with a sentence when another program has the keys; the old ones stay then. */
  changeShortcut(change: ShortcutChange): Promise<void>;
  preferences: PreferenceKeeper;
  about(): Promise<About>;
  /** How fast the relay answers; null while it does not. */
  measureRelay(): Promise<RelayMeasure | null>;
  /** Lets the person allow a headset, from a press. Null where that is not needed, or not possible. Rejects where the browser does not ask. */
  connectHeadset: (() => Promise<void>) | null;
  /** A name and a password for a proxy that asks. A browser asks by itself. */
  signInToProxy(signIn: ProxySignIn): Promise<void>;
  /** The log, or what a host without one knows, as a file. Rejects with a sentence. */
  saveLog(): Promise<LogSaved>;
  /** Asked from outside of the window, by a link or the tray, to show something; each once. Never in a browser. */
  onWantedPlace(listener: (wanted: WantedPlace) => void): () => void;
  copy(text: string): Promise<void>;
};

/** Notices of the system when a call rings. Electron shows its own; a browser has to be allowed to. */
export type Notices = {
  /** `own`: nothing to ask · `ask`: not decided yet · `later`: not now · `on` · `off`: the browser refuses. */
  state(): 'own' | 'ask' | 'later' | 'on' | 'off';
  onChange(listener: () => void): () => void;
  /** To be called from a press: browsers ask only then. */
  ask(): Promise<void>;
  later(): void;
  /** Shows one on trial; to be called from a press, for a browser may have to ask first. */
  test(): Promise<NoticeTest>;
};

/** What the person arranged for this installation. */
export type PreferenceKeeper = {
  get(): Promise<Preferences>;
  onChange(listener: (preferences: Preferences) => void): () => void;
  /** Rejects with a sentence when it cannot be changed. */
  change(change: PreferenceChange): Promise<void>;
};

export const ownNotices: Notices = {
  state: () => 'own',
  onChange: () => () => {},
  ask: async () => {},
  later: () => {},
  test: async () => 'shown',
};
