import type { Problem } from '../../../src/contract/desk/words.ts';

/** What this computer lost or cannot keep, until the person has put the note of it away. */
export class Losses {
  #open: Problem[] = [];
  #tell: (open: Problem[]) => void = () => {};

  /** From now on there is a window. */
  start(tell: (open: Problem[]) => void): void {
    this.#tell = tell;
  }

  /** The newest of its code stands for those before it. */
  add(loss: Problem): void {
    this.#open = [...this.#open.filter(({ code }) => code !== loss.code), loss];
    this.#tell(this.#open);
  }

  get(): Problem[] {
    return this.#open;
  }

  putAway(code: string): void {
    this.#open = this.#open.filter((one) => one.code !== code);
    this.#tell(this.#open);
  }
}
