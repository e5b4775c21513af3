import { app } from '../app/app.ts';
import { browser } from '../chromium/browser.ts';
import { DevToolsError, type Method, type Params, type Result } from '../chromium/devtools.ts';
import { originOf, toApplication } from '../chromium/scheme.ts';
import { faithful } from '../faithful.ts';
import type { FromPage, ToPage } from '../page/ipc-renderer.ts';
import { bindingName, deliverName } from '../page/runtime.ts';
import { markDestroyed, refuseUnknown } from '../strict.ts';
import { MainFrame } from './frame.ts';
import { answer, codec, hear, Ipc } from './ipc.ts';
import { Navigation } from './navigation.ts';
import { applyPermissionChecks, requestPermission } from './permissions.ts';
import { preloadScript } from './preloads.ts';
import { Session } from './session.ts';

export interface Host {
  /** The page closed itself or was closed from outside. */
  contentsGone(): void;
  /** The page asked for another window and the application allowed it. */
  openChild(url: string, options: Electron.BrowserWindowConstructorOptions): WebContents;
  readonly size: { width: number; height: number };
}

type Implemented =
  | Exclude<keyof Navigation & keyof Electron.WebContents, keyof NodeJS.EventEmitter | 'mainFrame' | 'session'>
  | 'close'
  | 'executeJavaScript'
  | 'forcefullyCrashRenderer'
  | 'getOrCreateDevToolsTargetId'
  | 'getType'
  | 'id'
  | 'isDestroyed'
  | 'send'
  | 'setWindowOpenHandler';

const all = new Map<number, WebContents>();
const byTarget = new Map<string, WebContents>();
const bySession = new Map<string, WebContents>();
let lastId = 0;

export class WebContents extends Navigation implements Pick<Electron.WebContents, Implemented> {
  readonly id: number;
  readonly ipc = new Ipc();
  readonly mainFrame = new MainFrame(this, originOf);
  readonly session: Session;
  readonly opener = null;
  readonly hostWebContents = null;
  readonly #preferences: Electron.WebPreferences;
  readonly #host: Host;
  readonly #opened: Promise<void>;
  #targetId = '';
  #sessionId = '';
  #destroyed = false;
  #openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined;

  constructor(host: Host, preferences: Electron.WebPreferences) {
    super();
    lastId += 1;
    this.id = lastId;
    this.#host = host;
    this.#preferences = preferences;
    this.session = preferences.session
      ? faithful<Session>(preferences.session)
      : Session.fromPartition(preferences.partition ?? '');
    this.backgroundThrottling = preferences.backgroundThrottling ?? true;
    all.set(this.id, this);
    this.#opened = this.#open();
    this.#opened.catch((error: Error) => {
      if (!this.#destroyed) process.stderr.write(`electron stand-in: a window could not be opened: ${error.message}\n`);
    });
    this.session.on('-permissions-changed', this.#applyPermissions);
    app.emit('web-contents-created', {}, this);
  }

  async #open(): Promise<void> {
    const { width, height } = this.#host.size;
    const target = { url: 'about:blank', newWindow: true, width, height };
    const { targetId } = await browser.command('Target.createTarget', target);
    const stillWanted = () => {
      if (!this.#destroyed) return;
      browser.tell('Target.closeTarget', { targetId });
      throw new DevToolsError('The window was closed before it was open');
    };
    stillWanted();
    this.#targetId = targetId;
    byTarget.set(targetId, this);
    const { sessionId } = await browser.command('Target.attachToTarget', { targetId, flatten: true });
    stillWanted();
    this.#sessionId = sessionId;
    bySession.set(sessionId, this);
    const send = <M extends Method>(method: M, params?: Params<M>) => browser.command(method, params, sessionId);
    const source = preloadScript(this.session, this.#preferences);
    await Promise.all([
      send('Page.enable'),
      send('Runtime.enable'),
      send('Runtime.addBinding', { name: bindingName }),
      send('Page.addScriptToEvaluateOnNewDocument', { source }),
      ...this.initialState().map(([method, params]) => send(method, params)),
    ]);
  }

  override async command<M extends Method>(method: M, params?: Params<M>): Promise<Result<M>> {
    await this.#opened;
    return browser.command(method, params, this.#sessionId);
  }

  /** Arguments that cannot be cloned throw here and now. */
  send(channel: string, ...args: unknown[]): void {
    let body: string;
    try {
      body = codec.encode(args);
    } catch {
      throw new TypeError('Failed to serialize arguments');
    }
    this.#deliver({ kind: 'send', channel, body });
  }
  #deliver(message: ToPage): void {
    this.tell('Runtime.evaluate', { expression: `globalThis.${deliverName}?.(${JSON.stringify(message)})` });
  }
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const asked = { expression: code, awaitPromise: true, returnByValue: true, userGesture };
    const { result, exceptionDetails } = await this.command('Runtime.evaluate', asked);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  getType() {
    return 'window' as const;
  }
  getOrCreateDevToolsTargetId(): string {
    return this.#targetId;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  forcefullyCrashRenderer(): void {
    this.tell('Page.crash');
  }
  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.#openHandler = handler;
  }
  close(): void {
    this.#host.contentsGone();
  }

  /** The window is gone, and its page with it. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.failLoad('ERR_FAILED');
    all.delete(this.id);
    byTarget.delete(this.#targetId);
    bySession.delete(this.#sessionId);
    this.session.off('-permissions-changed', this.#applyPermissions);
    if (this.#targetId !== '') browser.tell('Target.closeTarget', { targetId: this.#targetId });
    this.emit('destroyed');
    markDestroyed(this);
  }

  onMessage(message: FromPage): void {
    const speaker = {
      contents: this,
      ipc: this.ipc,
      frame: this.mainFrame,
      id: this.id,
      deliver: (answered: ToPage) => {
        if (!this.#destroyed) this.#deliver(answered);
      },
    };
    switch (message.kind) {
      case 'send':
        hear(speaker, message.channel, message.body);
        break;
      case 'invoke':
        void answer(speaker, message);
        break;
      case 'open':
        this.#openWindow(message);
        break;
      case 'permission': {
        const asking = { contents: this, session: this.session, url: this.getURL() };
        const permission = message.permission === 'media' ? 'media' : 'notifications';
        void requestPermission(asking, permission, message.mediaTypes).then((granted) =>
          speaker.deliver({ kind: 'answer', id: message.id, body: codec.encode(granted) }),
        );
        break;
      }
      case 'close':
        this.close();
        break;
      case 'title':
        this.retitle(message.title);
        break;
      case 'preload-error':
        this.emit('preload-error', {}, message.path, new Error(message.message));
    }
  }
  #openWindow({ url, frameName, features }: FromPage & { kind: 'open' }): void {
    const address = toApplication(url);
    const referrer = { url: this.getURL(), policy: 'strict-origin-when-cross-origin' as const };
    const details = { url: address, frameName, features, disposition: 'foreground-tab' as const, referrer };
    const response = this.#openHandler?.(details) ?? { action: 'allow' };
    if (response.action === 'deny') return;
    this.#host.openChild(address, response.overrideBrowserWindowOptions ?? {});
  }
  readonly #applyPermissions = (): void => {
    if (this.getURL() !== '') void applyPermissionChecks({ contents: this, session: this.session, url: this.getURL() });
  };

  protected override gone(): void {
    this.#host.contentsGone();
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id);
  }
  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return byTarget.get(targetId);
  }
  static fromSession(sessionId: string | undefined): WebContents | undefined {
    return bySession.get(sessionId ?? '');
  }
  static fromFrame(): undefined {
    return undefined;
  }
  static getAllWebContents(): WebContents[] {
    return [...all.values()];
  }
  static getFocusedWebContents(): WebContents | null {
    return [...all.values()].find((contents) => contents.isFocused()) ?? null;
  }
}
refuseUnknown(WebContents, 'webContents');
