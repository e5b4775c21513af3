/**
 * The honesty of the stand-in: a member that it does not have throws an error that names it, in place of being
 * `undefined` and failing somewhere else. The guard sits at the end of the prototype chain, so it is asked only for
 * what was found nowhere, and `this`, private fields and `instanceof` work as ever.
 */
const asked = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  '$$typeof',
]);
const isHarmless = (key: string | symbol) => typeof key === 'symbol' || asked.has(key) || key.startsWith('_');

export class NotImplemented extends Error {
  constructor(member: string) {
    super(`electron stand-in: ${member} is not implemented`);
  }
}

function guard(parent: object, name: string): object {
  return new Proxy(Object.create(parent), {
    get(target, key, receiver) {
      if (isHarmless(key) || Reflect.has(target, key)) return Reflect.get(target, key, receiver);
      throw new NotImplemented(`${name}.${String(key)}`);
    },
  });
}

type Class = abstract new (...args: never[]) => object;

/** Makes unknown members of a class's instances throw, and unknown statics too. Call it once, after the class body. */
export function refuseUnknown(target: Class, name: string): void {
  // The guard goes above the last class of ours, whichever that is: below it stands Node's EventEmitter or nothing.
  let last: object = target.prototype;
  let above: object | null = Object.getPrototypeOf(last);
  while (above !== null && above !== Object.prototype && !Object.hasOwn(above, 'eventNames')) {
    last = above;
    above = Object.getPrototypeOf(last);
  }
  Object.setPrototypeOf(last, guard(above ?? Object.prototype, name));
  const parent: object = Object.getPrototypeOf(target);
  Object.setPrototypeOf(
    target,
    new Proxy(parent, {
      get(inner, key, receiver) {
        if (isHarmless(key) || Reflect.has(inner, key)) return Reflect.get(inner, key, receiver);
        throw new NotImplemented(`${name}.${String(key)}`);
      },
    }),
  );
}

/** A whole module or class that is only a name: any use of it throws. */
export function notImplementedModule(name: string): object {
  const refuse = (): never => {
    throw new NotImplemented(name);
  };
  return new Proxy(class {}, {
    get(target, key, receiver) {
      if (isHarmless(key) || key === 'prototype') return Reflect.get(target, key, receiver);
      throw new NotImplemented(`${name}.${String(key)}`);
    },
    construct: refuse,
    apply: refuse,
  });
}

const survivors = ['isDestroyed', 'id', 'emit', 'on', 'once', 'off', 'addListener', 'removeListener'];
const stillAnswers = new Set([...survivors, 'removeAllListeners', 'listenerCount', 'listeners', 'rawListeners']);

/** From now on the object answers like a destroyed one of Electron's: `TypeError: Object has been destroyed`. */
export function markDestroyed(instance: object): void {
  const alive: object = Object.getPrototypeOf(instance);
  const gone = new Proxy(alive, {
    get(target, key, receiver) {
      if (isHarmless(key) || stillAnswers.has(String(key))) return Reflect.get(target, key, receiver);
      throw new TypeError('Object has been destroyed');
    },
  });
  Object.setPrototypeOf(instance, gone);
}
