import { z } from 'zod';
import { type ProxyAsks, type ProxySignIn, proxySignInSchema } from '../../../src/contract/window/network.ts';
import { SealedStore, type SealedStoreDeps } from '../session/sealed-store.ts';

export type ProxyCredentials = Pick<ProxySignIn, 'name' | 'password'>;

/**
 * What the person told proxies, asked for once and kept like the sign-in. Whatever a proxy refuses is forgotten and never sent to it
 * again: a directory locks an account that fails often.
 */
export class ProxySignIns {
  readonly #store: SealedStore<ProxySignIn[]>;
  readonly #listeners = new Set<(asks: ProxyAsks | null) => void>();
  #known: ProxySignIn[] = [];
  #asks: ProxyAsks | null = null;
  /** What was kept has been read. */
  readonly ready: Promise<void>;

  constructor(file: string, deps: SealedStoreDeps) {
    this.#store = new SealedStore(file, 'proxy sign-in', z.array(proxySignInSchema), deps);
    this.ready = this.#store.load().then((saved) => {
      // What the person gave meanwhile is newer.
      const older = (saved ?? []).filter(({ proxy }) => this.for(proxy) === null);
      this.#known = [...this.#known, ...older];
    });
  }

  /** @param proxy `host:port` */
  for(proxy: string): ProxyCredentials | null {
    return this.#known.find((one) => one.proxy === proxy) ?? null;
  }

  /** A proxy wants a name and a password, and there are none; `refused` drops those that there were. */
  ask(proxy: string, refused: boolean): void {
    if (refused) this.#keep(this.#known.filter((one) => one.proxy !== proxy));
    const asked = this.#asks;
    if (asked?.proxy === proxy && (asked.refused || !refused)) return;
    this.#tell({ proxy, refused });
  }

  give(signIn: ProxySignIn): void {
    this.#keep([...this.#known.filter(({ proxy }) => proxy !== signIn.proxy), signIn]);
    this.#tell(null);
  }

  /** @returns stops listening */
  onAsks(listener: (asks: ProxyAsks | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #keep(known: ProxySignIn[]): void {
    this.#known = known;
    void this.#store.save(known);
  }

  #tell(asks: ProxyAsks | null): void {
    this.#asks = asks;
    for (const listener of this.#listeners) listener(asks);
  }
}
