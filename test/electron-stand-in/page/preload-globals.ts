/** What the main process knows and a preload may read. */
export interface PageFacts {
  argv: string[];
  env: Record<string, string>;
  platform: string;
  arch: string;
  versions: Record<string, string>;
  execPath: string;
  pid: number;
  systemVersion: string;
}

/**
 * What a sandboxed preload finds around it: `process`, and a `require` that knows Electron's renderer half and the few
 * Node modules that Electron allows there. Sent into pages as source text: it must not reach for anything outside
 * itself.
 */
export function createPreloadGlobals(facts: PageFacts, electron: object) {
  class EventEmitter {
    #listeners = new Map<string, ((...args: unknown[]) => void)[]>();
    on(name: string, listener: (...args: unknown[]) => void) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
      return this;
    }
    addListener(name: string, listener: (...args: unknown[]) => void) {
      return this.on(name, listener);
    }
    once(name: string, listener: (...args: unknown[]) => void) {
      const once = (...args: unknown[]) => {
        this.off(name, once);
        listener(...args);
      };
      return this.on(name, once);
    }
    off(name: string, listener: (...args: unknown[]) => void) {
      this.#listeners.set(
        name,
        (this.#listeners.get(name) ?? []).filter((one) => one !== listener),
      );
      return this;
    }
    removeListener(name: string, listener: (...args: unknown[]) => void) {
      return this.off(name, listener);
    }
    removeAllListeners(name: string) {
      this.#listeners.delete(name);
      return this;
    }
    emit(name: string, ...args: unknown[]) {
      const list = this.#listeners.get(name) ?? [];
      for (const listener of list) listener.apply(this, args);
      return list.length > 0;
    }
    listenerCount(name: string) {
      return this.#listeners.get(name)?.length ?? 0;
    }
  }

  const process = Object.assign(new EventEmitter(), {
    type: 'renderer',
    argv: facts.argv,
    env: facts.env,
    platform: facts.platform,
    arch: facts.arch,
    versions: facts.versions,
    version: `v${facts.versions.node}`,
    execPath: facts.execPath,
    pid: facts.pid,
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    getSystemVersion: () => facts.systemVersion,
    uptime: () => performance.now() / 1000,
    hrtime: Object.assign(() => [0, 0], { bigint: () => BigInt(Math.round(performance.now() * 1e6)) }),
    nextTick: (task: (...args: unknown[]) => void, ...args: unknown[]) => queueMicrotask(() => task(...args)),
  });

  const setImmediate = (task: (...args: unknown[]) => void, ...args: unknown[]) => setTimeout(task, 0, ...args);
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate: clearTimeout };
  const modules = new Map<string, unknown>([
    ['electron', electron],
    ['electron/renderer', electron],
    ['electron/common', electron],
    ['events', Object.assign(EventEmitter, { EventEmitter, default: EventEmitter })],
    ['timers', timers],
    ['url', { URL, URLSearchParams }],
  ]);
  const require = (name: string) => {
    const found = modules.get(name.replace(/^node:/, ''));
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  };
  return { process, require, setImmediate };
}
