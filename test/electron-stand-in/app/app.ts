import path from 'node:path';
import { browser } from '../chromium/browser.ts';
import { preventable } from '../faithful.ts';
import { refuseUnknown } from '../strict.ts';
import { CommandLine } from './command-line.ts';
import { Paths } from './paths.ts';
import { SingleInstance, type Visit } from './single-instance.ts';
import { SystemIntegration } from './system-integration.ts';

type Implemented =
  | Exclude<keyof SystemIntegration & keyof Electron.App, keyof NodeJS.EventEmitter>
  | 'commandLine'
  | 'enableSandbox'
  | 'exit'
  | 'focus'
  | 'getAppMetrics'
  | 'getAppPath'
  | 'getName'
  | 'getPath'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'hide'
  | 'isActive'
  | 'isHidden'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'relaunch'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setAppLogsPath'
  | 'setName'
  | 'setPath'
  | 'show'
  | 'whenReady';

/** A window, as far as quitting is concerned. */
export interface Closable {
  /** Asks the window's `close` listeners. False when one of them refused. */
  closeUnlessRefused(): boolean;
  destroy(): void;
}

type Life = 'starting' | 'running' | 'quitting' | 'gone';

class App extends SystemIntegration implements Pick<Electron.App, Implemented> {
  readonly commandLine = new CommandLine();
  readonly isPackaged = process.env.STANDIN_PACKAGED === '1';
  /** What `relaunch` was asked for. Nothing is launched: the test that owns this process could not reach the new one. */
  readonly relaunches: Electron.RelaunchOptions[] = [];
  readonly windows = new Set<Closable>();
  #life: Life = 'starting';
  #name = 'Electron';
  #version = process.versions.electron;
  #path = process.cwd();
  #sandboxed = false;
  #visible = true;
  #instance: SingleInstance | undefined;
  readonly #paths = new Paths(() => this.#name);
  readonly #ready = Promise.withResolvers<void>();
  #visits: Visit[] = [];

  /** Called once, before the main script, with what package.json says. */
  describe(folder: string, name: string | undefined, version: string | undefined): void {
    this.#path = folder;
    this.#name = name ?? this.#name;
    this.#version = version ?? this.#version;
    const userData = this.commandLine.getSwitchValue('user-data-dir');
    if (userData !== '') this.setPath('userData', path.resolve(userData));
  }

  /**
   * `ready` goes through `emit` as it is on the instance now and before the promise resolves: Playwright's loader
   * replaces `emit`, keeps the arguments of this event, and gives it to the application once the test is connected.
   */
  becomeReady(): void {
    this.#life = 'running';
    this.emit('ready', {}, {});
    this.#ready.resolve();
    for (const visit of this.#visits) this.#receive(visit);
    this.#visits = [];
  }

  get isQuitting(): boolean {
    return this.#life === 'quitting' || this.#life === 'gone';
  }
  isReady(): boolean {
    return this.#life === 'running';
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = name;
  }
  getName(): string {
    return this.#name;
  }
  setName(name: string): void {
    this.#name = name;
  }
  getVersion(): string {
    return this.#version;
  }
  getAppPath(): string {
    return this.#path;
  }
  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    return this.#paths.get(name);
  }
  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder);
  }
  setAppLogsPath(folder = path.join(this.getPath('userData'), 'logs')): void {
    this.#paths.set('logs', folder);
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'));
    const visit = { argv: [...process.argv], cwd: process.cwd(), additionalData };
    return this.#instance.request(visit, (other) => this.#receive(other));
  }
  hasSingleInstanceLock(): boolean {
    return this.#instance?.isHeld ?? false;
  }
  releaseSingleInstanceLock(): void {
    this.#instance?.release();
  }
  #receive(visit: Visit): void {
    if (this.#life === 'starting') this.#visits.push(visit);
    else this.emit('second-instance', {}, visit.argv, visit.cwd, visit.additionalData);
  }

  enableSandbox(): void {
    if (this.#life !== 'starting') throw new Error('app.enableSandbox() can only be called before app is ready');
    this.#sandboxed = true;
  }
  get isSandboxed(): boolean {
    return this.#sandboxed;
  }
  focus(): void {}
  show(): void {
    this.#visible = true;
  }
  hide(): void {
    this.#visible = false;
  }
  isHidden(): boolean {
    return !this.#visible;
  }
  isActive(): boolean {
    return this.#visible;
  }
  getAppMetrics(): Electron.ProcessMetric[] {
    const memory = { workingSetSize: Math.round(process.memoryUsage().rss / 1024), peakWorkingSetSize: 0 };
    const cpu = { percentCPUUsage: 0, idleWakeupsPerSecond: 0 };
    return [{ pid: process.pid, type: 'Browser', creationTime: Date.now(), cpu, memory }];
  }
  relaunch(options: Electron.RelaunchOptions = {}): void {
    this.relaunches.push(options);
  }

  quit(): void {
    if (this.isQuitting) return;
    const before = this.#life;
    this.#life = 'quitting';
    const refused =
      this.#refused('before-quit') ||
      [...this.windows].some((window) => !window.closeUnlessRefused()) ||
      this.#refused('will-quit');
    if (refused) this.#life = before;
    else this.#end(0);
  }
  exit(code = 0): void {
    if (this.#life === 'gone') return;
    this.#life = 'quitting';
    for (const window of [...this.windows]) window.destroy();
    this.#end(code);
  }
  #refused(name: 'before-quit' | 'will-quit'): boolean {
    const event = preventable({});
    this.emit(name, event);
    return event.defaultPrevented;
  }
  #end(code: number): void {
    this.#life = 'gone';
    this.emit('quit', {}, code);
    void browser.stop().then(() => process.exit(code));
  }

  /** A window went away. Without a listener for it, the last one takes the application with it. */
  windowClosed(window: Closable): void {
    this.windows.delete(window);
    if (this.windows.size > 0 || this.isQuitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }
}
refuseUnknown(App, 'app');

export const app = new App();
export type { App };
