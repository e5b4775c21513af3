/** Work that is done one piece after the other; a piece that fails does not stop the next. */
export class Lane {
  #last: Promise<unknown> = Promise.resolve();

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** When everything that was asked so far is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
