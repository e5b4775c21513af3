import { mkdirSync } from 'node:fs';
import { hostname, release } from 'node:os';
import { join, resolve } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
} from 'electron';
import logger from 'electron-log/main.js';
import type { Problem } from '../../src/contract/desk/words.ts';
import type { Preferences } from '../../src/contract/window/preferences.ts';
import { createDesk } from '../../src/desk/desk.ts';
import { summarize } from '../../src/desk/summary.ts';
import { registerAppScheme, serveAppScheme } from './app-scheme/serve.ts';
import { endDeskTestOutOfSight } from './desk/end-desk-test.ts';
import { deskIdentity } from './desk/identity.ts';
import { followView } from './desk/view-followers.ts';
import { History } from './history/history.ts';
import { UnsentNotes } from './history/unsent-notes.ts';
import { setupCardMessages } from './ipc/card-messages.ts';
import { setupCustomerMessages } from './ipc/customer-messages.ts';
import { setupDeskMessages } from './ipc/desk-messages.ts';
import { Ipc } from './ipc/ipc.ts';
import { setupPersonMessages } from './ipc/person-messages.ts';
import { push } from './ipc/push.ts';
import { setupTemplateMessages } from './ipc/template-messages.ts';
import { WantedPlaces } from './links/wanted-places.ts';
import { createLog, logStrayErrors } from './log/log.ts';
import { Losses } from './losses/losses.ts';
import { setupApplicationMenu } from './menu/application-menu.ts';
import { MissedCalls, missedWords } from './missed/missed-calls.ts';
import { createNetwork } from './network/network.ts';
import { ProxySignIns } from './network/proxy-sign-ins.ts';
import { AnsweredNotifications } from './notifications/answered-notifications.ts';
import { showNoticeOnTrial } from './notifications/on-trial.ts';
import { RingNotifications } from './notifications/ring-notifications.ts';
import { KeepAwake } from './power/keep-awake.ts';
import { setupWake } from './power/wake.ts';
import { PersonPreferences } from './preferences/preferences.ts';
import { startCommand } from './preferences/start-command.ts';
import { createStartWithSystem } from './preferences/start-with-system.ts';
import { Quit } from './quit/quit.ts';
import { MicrophoneAccess } from './security/microphone-access.ts';
import { setupNavigationGuard } from './security/navigation.ts';
import { setupPermissions } from './security/permissions.ts';
import { findCipher } from './session/cipher.ts';
import { SealedTokenStore } from './session/token-store.ts';
import { setupSettings } from './settings/setup.ts';
import { Shortcuts } from './shortcuts/shortcuts.ts';
import { readStartOptions, type StartOptions } from './start/options.ts';
import { claimSingleInstance } from './start/single-instance.ts';
import { aboutThis } from './support/about.ts';
import { saveLog } from './support/save-log.ts';
import { trayImageName } from './tray/image.ts';
import { TrayIcon } from './tray/tray.ts';
import { CardWindow } from './windows/card/window.ts';
import { Pages } from './windows/pages.ts';
import { SoftphoneWindow } from './windows/softphone/window.ts';
import { VoiceLine } from './windows/voice/port.ts';
import { openVoiceWindow, type VoicePage } from './windows/voice/window.ts';

const { platform } = process;
const now = () => Date.now();
const built = import.meta.dirname;
const resources = resolve(built, '../../resources');

const options = readStartOptions(process.argv, process.env);
if (options.userData !== null) app.setPath('userData', resolve(options.userData));
const userData = app.getPath('userData');
let bringToFront = () => {};
const wantedPlaces = new WantedPlaces();
if (options.link !== null) wantedPlaces.openLink(options.link);

if (claimSingleInstance(app, startedAgain)) {
  // macOS hands links over by this event, also before the app is ready.
  app.on('open-url', (event, address) => {
    event.preventDefault();
    wantedPlaces.openLink(address);
  });
  mkdirSync(userData, { recursive: true });
  app.enableSandbox();
  app.setAppUserModelId('com.ringdesk.desktop');
  registerAppScheme(protocol);
  void app.whenReady().then(run);
}

/** By its icon, by a link, or silently by a login item. */
function startedAgain(again: StartOptions): void {
  if (again.link !== null) wantedPlaces.openLink(again.link);
  else if (!again.hidden) bringToFront();
}

/** The whole of Ringdesk, in the order in which its parts need each other. */
function run(): void {
  const log = createLog(logger, userData);
  logStrayErrors(process, log);
  log.info('start', { version: app.getVersion(), platform, hidden: options.hidden });

  const pages = new Pages();
  serveAppScheme(protocol, resolve(built, '../renderer'), log);
  setupPermissions(session.defaultSession, { pageOf: pages.nameOf, log });
  setupNavigationGuard(app, { shell, log });
  setupApplicationMenu(Menu, platform);

  const losses = new Losses();
  const lost = (loss: Problem) => losses.add(loss);
  const settings = setupSettings({ userData, relayUrl: options.relayUrl, log, lost, now });
  const history = new History(join(userData, 'history.sqlite'), { log, lost, now });
  const sealed = { findCipher: () => findCipher(safeStorage, platform), log };
  const tokens = new SealedTokenStore(join(userData, 'session.bin'), sealed);
  const proxySignIns = new ProxySignIns(join(userData, 'proxies.bin'), sealed);
  const network = createNetwork({ session: session.defaultSession, net, signIns: proxySignIns, log });
  let voicePage: VoicePage | null = null;
  const voice = new VoiceLine((command) => push(voicePage?.window ?? null, 'voice:command', command));
  const restartVoice = () => voicePage?.restart();
  const identity = deskIdentity(settings.deskId, hostname());
  const notes = new UnsentNotes(history);
  const desk = createDesk({ voice, restartVoice, tokens, settings, history, notes, network, identity, log, now });

  const ipc = new Ipc({ ipcMain, pageOf: pages.nameOf, log });
  const quit = new Quit({ app, dialog, desk, afterwards: () => history.close(), log });
  const create = (wanted: Electron.BrowserWindowConstructorOptions) => new BrowserWindow(wanted);
  const icon = join(resources, 'icons/256.png');
  const isQuitting = quit.isQuitting;
  const softphone = new SoftphoneWindow({ create, screen, settings, pages, built, icon, isQuitting, now, log });
  bringToFront = () => softphone.bringToFront();
  const card = new CardWindow({ create, screen, pages, softphone, built, isQuitting, now, log });
  setupCardMessages(ipc, { desk, card, bringToFront });

  const tray = new TrayIcon({
    create: (image) => new Tray(image),
    buildMenu: (template) => Menu.buildFromTemplate(template),
    image: (state, missed) =>
      nativeImage.createFromPath(
        join(resources, 'tray', trayImageName(state, platform, nativeTheme.shouldUseDarkColors, missed)),
      ),
    command: (command) => void desk.command(command),
    open: bringToFront,
    openMissed: () => wantedPlaces.open({ place: 'missed' }),
    quit: () => app.quit(),
  });
  nativeTheme.on('updated', () => tray.repaint());
  settings.startMissed(now());
  const missed = new MissedCalls({
    countSince: (instant) => history.missedSince(instant),
    seen: settings,
    isSoftphoneInFront: () => softphone.isInFront(),
    show: (count) => {
      app.setBadgeCount(count);
      tray.showMissed(count);
      const overlay = count === 0 ? null : nativeImage.createFromPath(join(resources, 'tray/missed-overlay.png'));
      if (platform === 'win32') softphone.window?.setOverlayIcon(overlay, missedWords(count));
    },
    now,
  });
  softphone.onTurn(() => missed.look());
  history.onRecord(() => missed.look());
  const shortcuts = new Shortcuts({
    globalShortcut,
    settings,
    command: (command) => (command.kind === 'openSoftphone' ? bringToFront() : void desk.command(command)),
    changed: (view) => push(softphone.window, 'shortcuts:changed', view),
    platform,
    log,
  });
  losses.start((open) => push(softphone.window, 'losses:changed', open));
  setupDeskMessages(ipc, {
    desk,
    history,
    voice,
    shortcuts,
    losses,
    wantedPlaces,
    placeShown: (place) => missed.placeShown(place),
    log,
  });
  setupCustomerMessages(ipc, desk.customers);
  setupTemplateMessages(ipc, desk.templates);
  const command = startCommand(process.execPath, process.env, app.isPackaged ? null : app.getAppPath());
  const startWithSystem = createStartWithSystem({ platform, app, command });
  const tellPreferences = (preferences: Preferences) => push(softphone.window, 'preferences:changed', preferences);
  const preferences = new PersonPreferences({ settings, nativeTheme, startWithSystem, tell: tellPreferences });
  const { deskName } = identity;
  const { versions, arch } = process;
  const about = aboutThis({ version: app.getVersion(), versions, deskName, platform, release: release(), arch });
  const askAndSaveLog = () =>
    saveLog({
      dialog,
      folder: join(userData, 'logs'),
      documents: app.getPath('documents'),
      summary: () => summarize(about, desk.getView(), now()),
      settings: () => settings.all,
      now,
    });
  const notifier = { isSupported: () => Notification.isSupported(), create: newNotification };
  const testNotice = () => showNoticeOnTrial(notifier, bringToFront);
  setupPersonMessages(ipc, { preferences, about, saveLog: askAndSaveLog, testNotice, proxySignIns });
  const notifications = new RingNotifications({
    notifier,
    command: (command) => void desk.command(command),
    bringToFront,
    log,
  });
  const answered = new AnsweredNotifications({
    notifier,
    open: (customerId) => wantedPlaces.open({ place: 'customers', customerId }),
    command: (command) => void desk.command(command),
    bringToFront,
    log,
  });
  const awake = new KeepAwake(powerSaveBlocker);
  const microphone = new MicrophoneAccess(systemPreferences, { platform, log });
  followView(
    desk,
    [
      { name: 'softphone', render: (view) => push(softphone.window, 'view:changed', view) },
      { name: 'card', render: (view) => card.render(view) },
      { name: 'notifications', render: (view) => notifications.render(view) },
      { name: 'answered', render: (view) => answered.render(view) },
      { name: 'tray', render: (view) => tray.render(view) },
      { name: 'shortcuts', render: (view) => shortcuts.render(view) },
      { name: 'missed', render: (view) => missed.render(view) },
      { name: 'power', render: (view) => awake.render(view) },
      { name: 'microphone', render: (view) => microphone.render(view) },
    ],
    log,
  );
  desk.onLevels((levels) => {
    push(softphone.window, 'levels:changed', levels);
    card.showLevels(levels);
  });

  softphone.open({ hidden: options.hidden });
  endDeskTestOutOfSight(softphone.window, desk);
  card.open();
  voicePage = openVoiceWindow({ create, pages, voice, built, now, log });
  setupWake({ powerMonitor, desk, log, now });
  wantedPlaces.start({ bringToFront, tell: () => push(softphone.window, 'place:wanted', null), log });
  // The installers for macOS and Linux say it to the system; on Windows the program has to.
  if (app.isPackaged) app.setAsDefaultProtocolClient('ringdesk');
  app.on('activate', bringToFront);
  app.on('window-all-closed', () => log.info('no window left, staying in the tray'));
  desk.start().catch((error: unknown) => log.error('desk not started', { error }));
}

function newNotification(wanted: Electron.NotificationConstructorOptions): Notification {
  return new Notification(wanted);
}
