import type { AskPlan, Colleague, CustomerPage, CustomersPage } from '../api/customers.ts';
import type { CallsPage } from '../api/session.ts';
import type { TemplatesToSend } from '../api/talk.ts';
import type { CreateTemplate, Templates } from '../api/templates.ts';
import type { Problem } from '../desk/words.ts';
import type { About, LogSaved } from './about.ts';
import type { CardCommand, CardView } from './card.ts';
import type {
  AskPlanAsked,
  CardEdit,
  CustomersAsked,
  InvitationAsked,
  PermissionAsk,
  ReadAsked,
  TemplateAsked,
  TemplatesAsked,
  TextAsked,
} from './customers.ts';
import type { DrawingFailure } from './drawing-failure.ts';
import type { ProxySignIn, RelayMeasure } from './network.ts';
import type { NoticeTest } from './notice.ts';
import type { PreferenceChange, Preferences } from './preferences.ts';
import type { ShortcutChange, ShortcutView } from './shortcuts.ts';
import type { DeskCommand, DeskView, Levels } from './view.ts';
import type { VoiceCommand, VoiceEvent } from './voice.ts';
import type { WantedPlace } from './wanted-place.ts';

/**
 * What the preloads expose to their pages (`window.ringdesk`, `window.ringdeskCard`, `window.ringdeskVoice`) and the IPC channels beneath.
 * Channels are `noun:verb`; every message is parsed with the schemas of this folder and its sender is checked.
 */
/** Newest first by `calledAt`; `before` is the `calledAt` of the last call that is there already. */
export type HistoryQuery = { before?: number; limit?: number; search?: string; customerId?: string };

/** For the softphone window: `window.ringdesk`. */
export type SoftphoneBridge = {
  /** The view as it is now; later ones come through {@link onView}. */
  getView(): Promise<DeskView>;
  onView(listener: (view: DeskView) => void): () => void;
  onLevels(listener: (levels: Levels) => void): () => void;
  command(command: DeskCommand): Promise<void>;
  listHistory(query: HistoryQuery): Promise<CallsPage>;
  listCustomers(query: CustomersAsked): Promise<CustomersPage>;
  openCustomer(customerId: string): Promise<CustomerPage>;
  editCustomer(edit: CardEdit): Promise<void>;
  listColleagues(customerId: string): Promise<Colleague[]>;
  planAsk(asked: AskPlanAsked): Promise<AskPlan>;
  askPermission(asked: PermissionAsk): Promise<void>;
  sendText(asked: TextAsked): Promise<void>;
  inviteToCall(asked: InvitationAsked): Promise<void>;
  templatesToSend(asked: TemplatesAsked): Promise<TemplatesToSend>;
  sendTemplate(asked: TemplateAsked): Promise<void>;
  markRead(asked: ReadAsked): Promise<void>;
  quickReplies(): Promise<string[]>;
  listTemplates(): Promise<Templates>;
  syncTemplates(): Promise<Templates>;
  /** @returns its id */
  createTemplate(asked: CreateTemplate): Promise<string>;
  /** What this computer lost or cannot keep, as it is now; later changes come through {@link onLosses}. */
  getLosses(): Promise<Problem[]>;
  onLosses(listener: (losses: Problem[]) => void): () => void;
  putLossAway(code: string): void;
  /** The global shortcuts as they are now; later ones come through {@link onShortcuts}. */
  getShortcuts(): Promise<ShortcutView[]>;
  onShortcuts(listener: (shortcuts: ShortcutView[]) => void): () => void;
  /** Rejects with a sentence when another program has the keys; the old ones stay then. */
  changeShortcut(change: ShortcutChange): Promise<void>;
  /** What the window was asked to show from outside, once; {@link onWantedPlace} says when to take it. */
  takeWantedPlace(): Promise<WantedPlace | null>;
  onWantedPlace(listener: () => void): () => void;
  /** Another place of the rail is shown, by its name. */
  placeShown(place: string): void;
  drawingFailed(failure: DrawingFailure): void;
  getPreferences(): Promise<Preferences>;
  /** Rejects with a sentence when the system does not let it be changed. */
  changePreferences(change: PreferenceChange): Promise<void>;
  onPreferences(listener: (preferences: Preferences) => void): () => void;
  testNotice(): Promise<NoticeTest>;
  about(): Promise<About>;
  measureRelay(): Promise<RelayMeasure | null>;
  signInToProxy(signIn: ProxySignIn): Promise<void>;
  /** Asks where to. Rejects with a sentence when it cannot be saved there. */
  saveLog(): Promise<LogSaved>;
  /** `darwin`, `win32`, `linux`: for window buttons and the names of keys. */
  platform: string;
};

/** For the call card: `window.ringdeskCard`. */
export type CardBridge = {
  /** What to show now; what comes later comes through {@link onCard}. */
  getCard(): Promise<CardView>;
  onCard(listener: (card: CardView) => void): () => void;
  onLevels(listener: (levels: Levels) => void): () => void;
  command(command: CardCommand): Promise<void>;
};

/** For the hidden voice page: `window.ringdeskVoice`. */
export type VoiceBridge = {
  onCommand(listener: (command: VoiceCommand) => void): () => void;
  emit(event: VoiceEvent): void;
};

/** Name → argument and result, page → main, awaited. */
export type Invoke = {
  'view:get': (nothing: null) => DeskView;
  'desk:command': (command: DeskCommand) => null;
  'history:list': (query: HistoryQuery) => CallsPage;
  'customers:list': (query: CustomersAsked) => CustomersPage;
  'customers:open': (customer: { customerId: string }) => CustomerPage;
  'customers:edit': (edit: CardEdit) => null;
  'customers:colleagues': (customer: { customerId: string }) => Colleague[];
  'customers:planAsk': (asked: AskPlanAsked) => AskPlan;
  'customers:ask': (asked: PermissionAsk) => null;
  'customers:text': (asked: TextAsked) => null;
  'customers:invite': (asked: InvitationAsked) => null;
  'customers:templates': (asked: TemplatesAsked) => TemplatesToSend;
  'customers:template': (asked: TemplateAsked) => null;
  'customers:read': (asked: ReadAsked) => null;
  'customers:quickReplies': (nothing: null) => string[];
  'templates:list': (nothing: null) => Templates;
  'templates:sync': (nothing: null) => Templates;
  'templates:create': (asked: CreateTemplate) => string;
  'place:take': (nothing: null) => WantedPlace | null;
  'losses:get': (nothing: null) => Problem[];
  'shortcuts:get': (nothing: null) => ShortcutView[];
  'shortcuts:change': (change: ShortcutChange) => null;
  'card:get': (nothing: null) => CardView;
  'card:command': (command: CardCommand) => null;
  'relay:measure': (nothing: null) => RelayMeasure | null;
  'proxy:signIn': (signIn: ProxySignIn) => null;
  'notice:test': (nothing: null) => NoticeTest;
  'about:get': (nothing: null) => About;
  'log:save': (nothing: null) => LogSaved;
  'preferences:get': (nothing: null) => Preferences;
  'preferences:change': (change: PreferenceChange) => null;
};

/** Page → main, not awaited. */
export type Send = {
  'voice:event': VoiceEvent;
  'place:shown': string;
  'drawing:failed': DrawingFailure;
  'losses:putAway': string;
};

/** Main → page. */
export type Push = {
  'view:changed': DeskView;
  'levels:changed': Levels;
  'losses:changed': Problem[];
  'shortcuts:changed': ShortcutView[];
  'place:wanted': null;
  'card:changed': CardView;
  'preferences:changed': Preferences;
  'voice:command': VoiceCommand;
};
