import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { Log } from '../../../src/desk/ports.ts';
import type { CipherFound } from './cipher.ts';

export type SealedStoreDeps = { findCipher: () => Promise<CipherFound>; log: Log };

/** Keeps a secret through a restart as ciphertext in a file of its own; without encryption, in memory only. */
export class SealedStore<Value> {
  readonly #file: string;
  readonly #what: string;
  readonly #schema: z.ZodType<Value>;
  readonly #findCipher: () => Promise<CipherFound>;
  readonly #log: Log;
  #inMemory: Value | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param what what it is called in the log
   * @param deps `findCipher` is asked at first use, when the app is ready
   */
  constructor(file: string, what: string, schema: z.ZodType<Value>, deps: SealedStoreDeps) {
    this.#file = file;
    this.#what = what;
    this.#schema = schema;
    this.#findCipher = once(deps.findCipher);
    this.#log = deps.log;
  }

  load(): Promise<Value | null> {
    return this.#inTurn(() => this.#load());
  }

  save(saved: Value): Promise<void> {
    return this.#inTurn(() => this.#save(saved));
  }

  clear(): Promise<void> {
    return this.#inTurn(() => this.#clear());
  }

  /** One after the other, in the order they were asked for: a slow key store must not bring back a secret that was dropped meanwhile. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #load(): Promise<Value | null> {
    if (this.#inMemory !== null) return this.#inMemory;
    const sealed = await readFile(this.#file).catch(() => null);
    if (sealed === null) return null;
    const found = await this.#findCipher();
    if (!found.available) {
      this.#log.warn(`${this.#what} not restored`, { reason: found.reason });
      return null;
    }
    try {
      return this.#schema.parse(JSON.parse(await found.cipher.decrypt(sealed)));
    } catch (error) {
      this.#log.warn(`${this.#what} not restored`, { reason: 'unreadable', error });
      return null;
    }
  }

  async #save(saved: Value): Promise<void> {
    const found = await this.#findCipher();
    this.#inMemory = saved;
    if (!found.available) {
      this.#log.warn(`${this.#what} kept in memory only`, { reason: found.reason });
      return;
    }
    try {
      const sealed = await found.cipher.encrypt(JSON.stringify(saved));
      const fresh = `${this.#file}.new`;
      await writeFile(fresh, sealed, { mode: 0o600 });
      await rename(fresh, this.#file);
    } catch (error) {
      this.#log.warn(`${this.#what} kept in memory only`, { reason: 'not written', error });
    }
  }

  async #clear(): Promise<void> {
    this.#inMemory = null;
    await rm(this.#file, { force: true });
  }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
