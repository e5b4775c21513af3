import './contents/devtools-events.ts';
import { app } from './app/app.ts';
import { MainFrame as webFrameMain } from './contents/frame.ts';
import { ipcMain } from './contents/ipc.ts';
import { Session as session } from './contents/session.ts';
import { WebContents as webContents } from './contents/web-contents.ts';
import { clipboard } from './modules/clipboard.ts';
import { dialog } from './modules/dialog.ts';
import { globalShortcut } from './modules/global-shortcut.ts';
import { Menu, MenuItem } from './modules/menu.ts';
import { NativeImage as nativeImage } from './modules/native-image.ts';
import { nativeTheme } from './modules/native-theme.ts';
import { net } from './modules/net.ts';
import { Notification } from './modules/notification.ts';
import { powerMonitor, powerSaveBlocker } from './modules/power.ts';
import { protocol } from './modules/protocol.ts';
import { safeStorage } from './modules/safe-storage.ts';
import { screen } from './modules/screen.ts';
import { shell } from './modules/shell.ts';
import { autoUpdater, crashReporter, systemPreferences } from './modules/small-modules.ts';
import { Tray } from './modules/tray.ts';
import { standIn } from './stand-in.ts';
import { notImplementedModule } from './strict.ts';
import { BrowserWindow } from './window/browser-window.ts';

const missing = notImplementedModule;
const BaseWindow = missing('BaseWindow');
const BrowserView = missing('BrowserView');
const ClipboardItem = missing('ClipboardItem');
const IpcMainServiceWorker = missing('IpcMainServiceWorker');
const WebSocket = missing('WebSocket');
const ImageView = missing('ImageView');
const MessageChannelMain = missing('MessageChannelMain');
const ShareMenu = missing('ShareMenu');
const TouchBar = missing('TouchBar');
const View = missing('View');
const WebContentsView = missing('WebContentsView');
const contentTracing = missing('contentTracing');
const desktopCapturer = missing('desktopCapturer');
const inAppPurchase = missing('inAppPurchase');
const netLog = missing('netLog');
const pushNotifications = missing('pushNotifications');
const utilityProcess = missing('utilityProcess');

/** What `import … from 'electron'` and `require('electron')` give in the main process. */
const electron = {
  BaseWindow,
  BrowserView,
  BrowserWindow,
  ClipboardItem,
  IpcMainServiceWorker,
  WebSocket,
  ImageView,
  Menu,
  MenuItem,
  MessageChannelMain,
  Notification,
  ShareMenu,
  TouchBar,
  Tray,
  View,
  WebContentsView,
  app,
  autoUpdater,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  inAppPurchase,
  ipcMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  shell,
  standIn,
  systemPreferences,
  utilityProcess,
  webContents,
  webFrameMain,
};

export {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  electron as default,
  // The name by which Node's `require` of an ES module gives this object itself.
  electron as 'module.exports',
  globalShortcut,
  ImageView,
  IpcMainServiceWorker,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  ShareMenu,
  safeStorage,
  screen,
  session,
  shell,
  standIn,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  WebContentsView,
  WebSocket,
  webContents,
  webFrameMain,
};
