import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Protocol } from 'devtools-protocol';
import { app } from '../app/app.ts';
import { originOf, toApplication, toChromium } from '../chromium/scheme.ts';
import { preventable } from '../faithful.ts';
import { PageControls } from './page-controls.ts';
import { applyPermissionChecks } from './permissions.ts';
import type { Session } from './session.ts';

interface Load {
  url: string;
  /** The new document is there; before that, a `load` event is still the old one's. */
  committed: boolean;
  resolve(): void;
  reject(error: Error): void;
}

/** Where a page is, where it goes, and how that went. */
export abstract class Navigation extends PageControls {
  #url = '';
  #title = '';
  #loading = false;
  #crashed = false;
  /** The address that the application itself is going to, for which it is not asked `will-navigate`. */
  #expected: string | undefined;
  #pending: Load | undefined;

  abstract readonly id: number;
  abstract readonly session: Session;
  abstract readonly mainFrame: object;
  /** The page is no more. */
  protected abstract gone(): void;

  /** Rejects like Electron's, with `ERR_… (-n) loading 'url'`. */
  async loadURL(url: string): Promise<void> {
    this.failLoad('ERR_ABORTED');
    const address = toApplication(toChromium(new URL(url).href));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#pending = { url: address, committed: false, resolve, reject };
    this.#navigate(address).catch(() => this.failLoad('ERR_FAILED'));
    await promise;
  }
  async #navigate(url: string): Promise<void> {
    this.#expected = url;
    await applyPermissionChecks({ contents: this, session: this.session, url });
    const { errorText } = await this.command('Page.navigate', { url: toChromium(url) });
    if (errorText) this.failLoad(errorText);
  }
  #settle(): void {
    this.#pending?.resolve();
    this.#pending = undefined;
  }
  loadFile(file: string, options: Electron.LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(path.resolve(app.getAppPath(), file));
    for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, String(value));
    url.search = options.search ?? url.search;
    url.hash = options.hash ?? '';
    return this.loadURL(url.href);
  }
  /** The navigation under way comes to nothing. It may be said of a page that is gone already. */
  protected readonly failLoad = (errorText: string): void => {
    const pending = this.#pending;
    if (pending === undefined) return;
    this.#pending = undefined;
    const description = errorText.replace(/^net::/, '');
    const code = description === 'ERR_ABORTED' ? -3 : -2;
    this.emit('did-fail-load', {}, code, description, pending.url, true, this.id, this.id);
    const error = new Error(`${description} (${code}) loading '${pending.url}'`);
    pending.reject(Object.assign(error, { code: description, errno: code, url: pending.url }));
  };
  reload(): void {
    this.#expected = this.#url;
    this.tell('Page.reload', {});
  }
  reloadIgnoringCache(): void {
    this.#expected = this.#url;
    this.tell('Page.reload', { ignoreCache: true });
  }

  getURL(): string {
    return this.#url;
  }
  getTitle(): string {
    return this.#title;
  }
  isLoading(): boolean {
    return this.#loading;
  }
  isLoadingMainFrame(): boolean {
    return this.#loading;
  }
  isCrashed(): boolean {
    return this.#crashed;
  }

  /** False refuses the navigation. */
  mayNavigate(url: string, redirected: boolean): boolean {
    const expected = this.#expected;
    this.#expected = undefined;
    // A request carries no fragment.
    if (expected?.split('#')[0] === url) return true;
    const event = preventable({ url, isSameDocument: false, isMainFrame: true, frame: this.mainFrame });
    if (redirected) this.emit('will-redirect', event, url, false, true, this.id, this.id);
    else this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }
  retitle(title: string): void {
    if (title === this.#title) return;
    this.#title = title;
    this.emit('page-title-updated', preventable({}), title, title !== '');
  }

  /** What Chromium reports of this page. */
  readonly reports = {
    navigated: (frame: Protocol.Page.Frame) => {
      this.#url = toApplication(frame.url + (frame.urlFragment ?? ''));
      this.#crashed = false;
      if (this.#pending) this.#pending.committed = true;
      this.session.origins.add(originOf(this.#url));
      this.#title = '';
      this.emit('did-navigate', {}, this.#url, 200, 'OK');
    },
    navigatedInPage: (url: string) => {
      this.#url = toApplication(url);
      this.emit('did-navigate-in-page', {}, this.#url, true, this.id, this.id);
      // The same document, at another fragment: nothing will be loaded.
      if (this.#pending?.url === this.#url) this.#settle();
    },
    startedLoading: () => {
      this.#loading = true;
      this.emit('did-start-loading');
    },
    domReady: () => this.emit('dom-ready', {}),
    loaded: () => {
      this.#loading = false;
      if (this.#url === '' || this.#url === 'about:blank') return;
      this.emit('did-frame-finish-load', {}, true, this.id, this.id);
      this.emit('did-finish-load');
      this.emit('did-stop-loading');
      // The page before may have finished only now.
      if (!this.#pending?.committed) return;
      this.#settle();
    },
    crashed: () => {
      if (this.#crashed) return;
      this.#crashed = true;
      const details = { reason: 'crashed', exitCode: 5 };
      this.emit('render-process-gone', {}, details);
      app.emit('render-process-gone', {}, this, details);
    },
    closed: () => this.gone(),
  };
}
