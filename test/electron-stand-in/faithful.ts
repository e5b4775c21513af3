// Brings the global namespace `Electron` in; nothing of it exists at run time.
import type {} from 'electron';

/**
 * How the stand-in keeps to Electron's own types (`electron.d.ts`, used for types only), so that it cannot drift:
 *
 * - Every class says `implements Pick<Electron.X, 'a' | 'b'>` and so names what it has; the compiler holds each of those
 *   members to Electron's signature. What is not named is refused at run time (strict.ts).
 * - Event overloads (`on`, `once`, …) are Node's, untyped: typed-check.ts compares nothing there.
 * - Where Electron's signature speaks of another of Electron's classes (a handler gets a `WebContents`), ours is passed
 *   through `faithful`, the one cast: by `refuseUnknown` the missing rest of that class exists and throws by name.
 * - typed-check.ts compares the whole module with `typeof Electron` and is compiled with the tests.
 */
export function faithful<Real>(standIn: object | null): Real {
  return standIn as Real;
}

/** An event with `preventDefault`, as Electron hands to its listeners. */
export function preventable<Facts extends object>(facts: Facts) {
  return Object.assign(facts, {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  });
}
