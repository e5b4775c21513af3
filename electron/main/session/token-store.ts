import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Log, TokenStore } from '../../../src/desk/ports.ts';
import type { CipherFound } from './cipher.ts';

const savedSchema = z.object({ relayUrl: z.string(), token: z.string() });
type Saved = z.infer<typeof savedSchema>;

/** Keeps the sign-in through a restart as ciphertext in a file of its own; without encryption, in memory only. */
export class SealedTokenStore implements TokenStore {
  readonly #file: string;
  readonly #findCipher: () => Promise<CipherFound>;
  readonly #log: Log;
  #inMemory: Saved | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** @param findCipher asked at first use, when the app is ready */
  constructor(file: string, deps: { findCipher: () => Promise<CipherFound>; log: Log }) {
    this.#file = file;
    this.#findCipher = once(deps.findCipher);
    this.#log = deps.log;
  }

  load(): Promise<Saved | null> {
    return this.#inTurn(() => this.#load());
  }

  save(saved: Saved): Promise<void> {
    return this.#inTurn(() => this.#save(saved));
  }

  clear(): Promise<void> {
    return this.#inTurn(() => this.#clear());
  }

  /** One after the other, in the order they were asked for: a slow key store must not bring back a sign-in that was dropped meanwhile. */
  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #load(): Promise<Saved | null> {
    if (this.#inMemory !== null) return this.#inMemory;
    const sealed = await readFile(this.#file).catch(() => null);
    if (sealed === null) return null;
    const found = await this.#findCipher();
    if (!found.available) {
      this.#log.warn('sign-in not restored', { reason: found.reason });
      return null;
    }
    try {
      return savedSchema.parse(JSON.parse(await found.cipher.decrypt(sealed)));
    } catch (error) {
      this.#log.warn('sign-in not restored', { reason: 'unreadable', error });
      return null;
    }
  }

  async #save(saved: Saved): Promise<void> {
    const found = await this.#findCipher();
    this.#inMemory = saved;
    if (!found.available) {
      this.#log.warn('sign-in kept in memory only', { reason: found.reason });
      return;
    }
    try {
      const sealed = await found.cipher.encrypt(JSON.stringify(saved));
      const fresh = `${this.#file}.new`;
      await writeFile(fresh, sealed, { mode: 0o600 });
      await rename(fresh, this.#file);
    } catch (error) {
      this.#log.warn('sign-in kept in memory only', { reason: 'not written', error });
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
