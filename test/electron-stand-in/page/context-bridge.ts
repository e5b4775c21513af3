/**
 * `contextBridge`, for a preload that shares the page's world: what the page gets is a copy, as if it had come from
 * another world. Objects are copied and frozen, functions are called through a wrapper that copies arguments in and
 * results out, promises resolve to copies, errors keep their message only, instances lose their prototype, and symbols
 * are refused. Sent into pages as source text: it must not reach for anything outside itself.
 */
export interface ContextBridge {
  exposeInMainWorld(key: string, api: unknown): void;
}

export function createContextBridge(world: object): ContextBridge {
  const isClonedWhole = (value: object) =>
    value instanceof Map ||
    value instanceof Set ||
    value instanceof Date ||
    value instanceof RegExp ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value);
  /** Electron hands these over as they are. */
  const isShared = (value: object) => value instanceof Node || value instanceof Blob;

  function cross(value: unknown, frozen: boolean, seen = new Map<object, unknown>()): unknown {
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    if (typeof value === 'function') return proxied(value as (...args: unknown[]) => unknown);
    if (typeof value !== 'object' || value === null || isShared(value)) return value;
    const known = seen.get(value);
    if (known !== undefined) return known;
    if (value instanceof Promise) {
      return value.then(
        (result) => cross(result, false),
        (reason) => Promise.reject(cross(reason, false)),
      );
    }
    if (value instanceof Error) return new Error(value.message);
    if (isClonedWhole(value)) return structuredClone(value);
    const copy: object = Array.isArray(value) ? [] : {};
    seen.set(value, copy);
    for (const [key, inner] of Object.entries(value)) Reflect.set(copy, key, cross(inner, frozen, seen));
    return frozen ? Object.freeze(copy) : copy;
  }

  function proxied(inner: (...args: unknown[]) => unknown) {
    return (...args: unknown[]) => {
      const copies = args.map((argument) => cross(argument, false));
      let result: unknown;
      try {
        result = inner(...copies);
      } catch (error) {
        throw cross(error, false);
      }
      return cross(result, false);
    };
  }

  return {
    exposeInMainWorld(key, api) {
      if (Object.hasOwn(world, key))
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      const value = cross(api, true);
      Object.defineProperty(world, key, { value, enumerable: true, writable: false, configurable: false });
    },
  };
}
