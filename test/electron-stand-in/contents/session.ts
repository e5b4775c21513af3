import { EventEmitter } from 'node:events';
import { app } from '../app/app.ts';
import { browser } from '../chromium/browser.ts';
import { toChromium } from '../chromium/scheme.ts';
import { net } from '../modules/net.ts';
import { protocol } from '../modules/protocol.ts';
import { proxySettings } from '../modules/proxy-settings.ts';
import { refuseUnknown } from '../strict.ts';
import { WebRequest } from './web-request.ts';

type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type Implemented =
  | 'clearCache'
  | 'clearData'
  | 'clearStorageData'
  | 'fetch'
  | 'flushStorageData'
  | 'getPreloads'
  | 'getPreloadScripts'
  | 'getStoragePath'
  | 'getUserAgent'
  | 'isPersistent'
  | 'isSpellCheckerEnabled'
  | 'registerPreloadScript'
  | 'resolveProxy'
  | 'setCertificateVerifyProc'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setPreloads'
  | 'setProxy'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'setUserAgent'
  | 'unregisterPreloadScript'
  | 'spellCheckerEnabled'
  | 'storagePath';

/**
 * A session. All of them share Chromium's default context, the only one that the test runner sees in Electron:
 * handlers and preloads are a partition's own, cookies and storage are not.
 */
export class Session extends EventEmitter implements Pick<Electron.Session, Implemented> {
  readonly partition: string;
  readonly webRequest = new WebRequest();
  readonly protocol = protocol;
  permissionCheck: CheckHandler = null;
  permissionRequest: RequestHandler = null;
  devicePermission: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null;
  certificateVerify: Parameters<Electron.Session['setCertificateVerifyProc']>[0] = null;
  proxy: Electron.ProxyConfig | undefined;
  spellCheckerEnabled = true;
  spellCheckerLanguages: string[] = [];
  #userAgent = '';
  #preloads: Electron.PreloadScript[] = [];

  constructor(partition: string) {
    super();
    this.partition = partition;
    // Every page of the session listens.
    this.setMaxListeners(0);
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.permissionCheck = handler;
    this.emit('-permissions-changed');
  }
  setPermissionRequestHandler(handler: RequestHandler): void {
    this.permissionRequest = handler;
  }
  setDevicePermissionHandler(handler: typeof this.devicePermission): void {
    this.devicePermission = handler;
  }
  setDisplayMediaRequestHandler(): void {}
  setCertificateVerifyProc(handler: typeof this.certificateVerify): void {
    this.certificateVerify = handler;
  }

  registerPreloadScript(script: Electron.PreloadScriptRegistration): string {
    const id = script.id ?? `preload-${this.#preloads.length + 1}`;
    this.#preloads.push({ ...script, id });
    return id;
  }
  unregisterPreloadScript(id: string): void {
    this.#preloads = this.#preloads.filter((script) => script.id !== id);
  }
  getPreloadScripts(): Electron.PreloadScript[] {
    return this.#preloads;
  }
  getPreloads(): string[] {
    return this.#preloads.map((script) => script.filePath);
  }
  setPreloads(files: string[]): void {
    this.#preloads = files.map((filePath) => ({ id: filePath, filePath, type: 'frame' }));
  }

  async setProxy(config: Electron.ProxyConfig): Promise<void> {
    this.proxy = config;
    proxySettings.rules = config.proxyRules;
  }
  async resolveProxy(url: string): Promise<string> {
    return proxySettings.resolve(url);
  }
  fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    return net.fetch(input, init);
  }
  async clearCache(): Promise<void> {}
  async clearStorageData(options: Electron.ClearStorageDataOptions = {}): Promise<void> {
    const storageTypes =
      options.storages?.map((name) => name.replace('localstorage', 'local_storage')).join(',') ?? 'all';
    const origins = options.origin === undefined ? [...this.origins] : [options.origin];
    for (const origin of origins)
      await browser.command('Storage.clearDataForOrigin', {
        origin: toChromium(origin).replace(/\/$/, ''),
        storageTypes,
      });
  }
  async clearData(): Promise<void> {
    await this.clearStorageData();
  }
  flushStorageData(): void {}
  /** Origins that pages of this session have been to. */
  readonly origins = new Set<string>();

  get storagePath(): string | null {
    return this.isPersistent() ? app.getPath('sessionData') : null;
  }
  getStoragePath(): string | null {
    return this.storagePath;
  }
  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:');
  }
  isSpellCheckerEnabled(): boolean {
    return this.spellCheckerEnabled;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellCheckerEnabled = enabled;
  }
  setSpellCheckerLanguages(languages: string[]): void {
    this.spellCheckerLanguages = languages;
  }
  setUserAgent(userAgent: string): void {
    this.#userAgent = userAgent;
  }
  getUserAgent(): string {
    return this.#userAgent;
  }

  static readonly #partitions = new Map<string, Session>();
  static fromPartition(partition: string): Session {
    const known = Session.#partitions.get(partition);
    if (known !== undefined) return known;
    const made = new Session(partition);
    Session.#partitions.set(partition, made);
    app.emit('session-created', made);
    return made;
  }
  static get defaultSession(): Session {
    return Session.fromPartition('');
  }
}
refuseUnknown(Session, 'session');
