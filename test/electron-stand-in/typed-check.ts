import type * as ElectronMain from 'electron/main';
import type standIn from './electron-module.ts';

/**
 * Nothing runs here: it stops compiling when the stand-in and Electron's own types part. `implements Pick<Electron.X>`
 * holds each class to what it names; this holds the module as a whole, statics and members without a name included.
 */
type StandIn = typeof standIn;
type Real = typeof ElectronMain;

/** Fails to compile unless it is given `never`; what stands in its place is then in the error. */
type Nothing<Found extends never> = Found;

/** Members that both have and that do not fit. Events are left out: Electron types each name, Node types none. */
type Drift<Ours, Theirs> = {
  [Key in Exclude<keyof Ours & keyof Theirs, keyof NodeJS.EventEmitter>]: Ours[Key] extends Theirs[Key] ? never : Key;
}[Exclude<keyof Ours & keyof Theirs, keyof NodeJS.EventEmitter>];

/** Every module of Electron's main process has at least a name, under which it refuses by name. */
export type AllNamed = Nothing<Exclude<keyof Real, keyof StandIn>>;
export type NoneInvented = Nothing<
  Exclude<keyof StandIn, keyof Real | 'standIn' | 'nativeImage' | 'shell' | 'crashReporter'>
>;

type Modules =
  | 'autoUpdater'
  | 'clipboard'
  | 'globalShortcut'
  | 'ipcMain'
  | 'nativeTheme'
  | 'net'
  | 'powerMonitor'
  | 'powerSaveBlocker'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'systemPreferences'
  | 'dialog';
export type ModulesFit = Nothing<{ [Name in Modules]: Drift<StandIn[Name], Real[Name]> }[Modules]>;
export type ShellFits = Nothing<Drift<StandIn['shell'], Electron.Shell>>;
export type CrashReporterFits = Nothing<Drift<StandIn['crashReporter'], Electron.CrashReporter>>;

/** Members that hold another of Electron's classes are checked there. */
type Instance<Name extends keyof StandIn> = StandIn[Name] extends abstract new (
  ...args: never[]
) => infer Made
  ? Made
  : never;
export type AppFits = Nothing<Exclude<Drift<StandIn['app'], Real['app']>, 'commandLine'>>;
export type WindowFits = Nothing<
  Exclude<Drift<Instance<'BrowserWindow'>, Electron.BrowserWindow>, 'webContents' | 'capturePage'>
>;
export type ContentsFit = Nothing<
  Exclude<Drift<Instance<'webContents'>, Electron.WebContents>, 'ipc' | 'mainFrame' | 'session'>
>;
export type SessionFits = Nothing<Exclude<Drift<Instance<'session'>, Electron.Session>, 'protocol' | 'webRequest'>>;
export type MenuFits = Nothing<
  Exclude<Drift<Instance<'Menu'>, Electron.Menu>, 'append' | 'insert' | 'items' | 'getMenuItemById'>
>;
export type ItemFits = Nothing<
  Exclude<Drift<Instance<'MenuItem'>, Electron.MenuItem>, 'menu' | 'submenu' | 'icon' | 'role'>
>;
export type TrayFits = Nothing<Exclude<Drift<Instance<'Tray'>, Electron.Tray>, 'setContextMenu' | 'popUpContextMenu'>>;
export type NotificationFits = Nothing<Drift<Instance<'Notification'>, Electron.Notification>>;
export type ImageFits = Nothing<Exclude<Drift<Instance<'nativeImage'>, Electron.NativeImage>, 'crop' | 'resize'>>;
export type FrameFits = Nothing<Exclude<Drift<Instance<'webFrameMain'>, Electron.WebFrameMain>, 'top'>>;
