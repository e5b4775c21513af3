/** Lets anyone wait until something is true, without asking over and over: looked at again whenever something changed. */

export type Waited<T> = { readonly status: 'came'; readonly value: T } | { readonly status: 'tooLate' };

export class Changes {
  readonly #looks = new Set<() => void>();

  notify(): void {
    for (const look of [...this.#looks]) look();
  }

  /** Resolves with the first value of `find` that is not undefined, or `tooLate` after `timeoutMs` or an abort. */
  until<T>(find: () => T | undefined, timeoutMs: number, signal?: AbortSignal): Promise<Waited<T>> {
    return new Promise((resolve) => {
      const settle = (waited: Waited<T>): void => {
        clearTimeout(timer);
        this.#looks.delete(look);
        signal?.removeEventListener('abort', giveUp);
        resolve(waited);
      };
      const giveUp = (): void => settle({ status: 'tooLate' });
      const look = (): void => {
        const value = find();
        if (value !== undefined) settle({ status: 'came', value });
      };
      const timer = setTimeout(giveUp, timeoutMs);
      this.#looks.add(look);
      signal?.addEventListener('abort', giveUp, { once: true });
      if (signal?.aborted) giveUp();
      else look();
    });
  }
}
