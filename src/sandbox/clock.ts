/** The time of this Meta. It goes as the computer's does, and can be moved forward: days that permissions, windows and limits need to pass. */
export class Clock {
  #aheadMs = 0;

  readonly now = (): number => Date.now() + this.#aheadMs;

  /** @param ms at least 0 */
  forward(ms: number): void {
    this.#aheadMs += ms;
  }
}
