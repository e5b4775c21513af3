import { app } from './app/app.ts';
import { browser } from './chromium/browser.ts';
import { dialog } from './modules/dialog.ts';
import { globalShortcut } from './modules/global-shortcut.ts';
import { Menu } from './modules/menu.ts';
import { nativeTheme } from './modules/native-theme.ts';
import { net } from './modules/net.ts';
import { Notification } from './modules/notification.ts';
import { powerMonitor, powerSaveBlocker } from './modules/power.ts';
import { safeStorage } from './modules/safe-storage.ts';
import { screen } from './modules/screen.ts';
import { shell } from './modules/shell.ts';
import { autoUpdater, crashReporter, systemPreferences } from './modules/small-modules.ts';
import { Tray } from './modules/tray.ts';

/**
 * The test's hand on the desktop: `electronApp.evaluate(({ standIn }) => …)`. The product never uses it, and on the
 * real Electron there is none.
 */
export const standIn = {
  /** Every Notification made so far, oldest first; `isShown` while it is up. The user acts by `emit`. */
  notifications: Notification.instances,
  /** The trays that are up: `image`, `toolTip`, `title`, `contextMenu`. */
  trays: Tray.instances,
  /** Menus that were popped up. */
  popups: Menu.popups,
  /** `calls`: what would have been opened outside the application. */
  shell,
  /** `calls`, and `answerNext({ response: 1 })`. */
  dialog,
  /** The running blockers, id → type. */
  powerSaveBlockers: powerSaveBlocker.running,
  /** `available` and `backend` may be set. */
  safeStorage,
  /** `started`: the options that it was started with. */
  crashReporter,
  /** `calls`; its events are the test's to emit. */
  autoUpdater,
  /** What `app.relaunch` was asked for. */
  relaunches: app.relaunches,
  /** `protocolClients`, `loginItem`, `appUserModelId`, `badgeCount`, `jumpList`, `desktopName`, `isSandboxed`. */
  app,

  /** The user presses the keys; false when nobody has registered them. */
  triggerShortcut: (accelerator: string): boolean => globalShortcut.trigger(accelerator),
  /** Another program holds these keys. */
  takeShortcut: (accelerator: string): void => {
    globalShortcut.taken.add(accelerator);
  },
  /** The displays from now on, the first is the primary one; fires `screen`'s events. */
  setDisplays: (displays: Partial<Electron.Display>[]): void => screen.setDisplays(displays),
  setCursor: (point: Electron.Point): void => {
    screen.cursor = point;
  },
  /** The desktop turns dark or light. */
  setSystemDark: (dark: boolean): void => nativeTheme.setSystemDark(dark),
  setIdle: (seconds: number): void => {
    powerMonitor.idleSeconds = seconds;
  },
  setOnBattery: (onBattery: boolean): void => {
    powerMonitor.onBatteryPower = onBattery;
    powerMonitor.emit(onBattery ? 'on-battery' : 'on-ac');
  },
  setOnline: (online: boolean): void => {
    net.online = online;
  },
  setMediaAccess: (type: 'microphone' | 'camera', access: 'granted' | 'denied' | 'not-determined'): void => {
    systemPreferences.access[type] = access;
  },
  /** macOS hands a link to the running application; elsewhere a second instance brings it. */
  openUrl: (url: string): void => {
    app.emit('open-url', { preventDefault() {} }, url);
  },
  chromium: {
    get pid(): number | undefined {
      return browser.pid;
    },
  },
};

export type StandIn = typeof standIn;

declare global {
  namespace Electron.CrossProcessExports {
    /** Only on the stand-in: see test/electron-stand-in/README.md. */
    const standIn: StandIn;
  }
}
