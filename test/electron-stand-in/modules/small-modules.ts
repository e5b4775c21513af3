import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../strict.ts';

/** Modules of which an application uses one or two members. */
class CrashReporter
  implements Pick<Electron.CrashReporter, Exclude<keyof Electron.CrashReporter, 'getUploadedReports'>>
{
  started: Electron.CrashReporterStartOptions | undefined;
  readonly #parameters: Record<string, string> = {};
  #uploads = false;

  start(options: Electron.CrashReporterStartOptions): void {
    this.started = options;
    this.#uploads = options.uploadToServer ?? true;
    Object.assign(this.#parameters, options.extra ?? {});
  }
  addExtraParameter(key: string, value: string): void {
    this.#parameters[key] = value;
  }
  removeExtraParameter(key: string): void {
    delete this.#parameters[key];
  }
  getParameters(): Record<string, string> {
    return { ...this.#parameters };
  }
  getLastCrashReport(): null {
    return null;
  }
  getUploadToServer(): boolean {
    return this.#uploads;
  }
  setUploadToServer(uploads: boolean): void {
    this.#uploads = uploads;
  }
}
refuseUnknown(CrashReporter, 'crashReporter');

type PreferenceKeys = 'askForMediaAccess' | 'getAccentColor' | 'getAnimationSettings' | 'getMediaAccessStatus';
type Access = ReturnType<Electron.SystemPreferences['getMediaAccessStatus']>;

class SystemPreferences extends EventEmitter implements Pick<Electron.SystemPreferences, PreferenceKeys> {
  /** For tests: what the operating system says. */
  readonly access: Record<string, Access> = { microphone: 'granted', camera: 'granted', screen: 'granted' };

  async askForMediaAccess(type: 'microphone' | 'camera'): Promise<boolean> {
    return this.access[type] === 'granted';
  }
  getMediaAccessStatus(type: 'microphone' | 'camera' | 'screen'): Access {
    return this.access[type] ?? 'unknown';
  }
  getAccentColor(): string {
    return '0078d4ff';
  }
  getAnimationSettings(): Electron.AnimationSettings {
    return { shouldRenderRichAnimation: true, scrollAnimationsEnabledBySystem: true, prefersReducedMotion: false };
  }
}
refuseUnknown(SystemPreferences, 'systemPreferences');

class AutoUpdater
  extends EventEmitter
  implements Pick<Electron.AutoUpdater, 'checkForUpdates' | 'getFeedURL' | 'quitAndInstall' | 'setFeedURL'>
{
  readonly calls: string[] = [];
  #feed = '';

  setFeedURL({ url }: Electron.FeedURLOptions): void {
    this.#feed = url;
  }
  getFeedURL(): string {
    return this.#feed;
  }
  checkForUpdates(): void {
    this.calls.push('checkForUpdates');
    this.emit('checking-for-update');
  }
  quitAndInstall(): void {
    this.calls.push('quitAndInstall');
  }
}
refuseUnknown(AutoUpdater, 'autoUpdater');

export const crashReporter = new CrashReporter();
export const systemPreferences = new SystemPreferences();
export const autoUpdater = new AutoUpdater();
