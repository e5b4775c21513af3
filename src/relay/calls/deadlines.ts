/** Wakes when a call, or an agent's availability, is due. The due times are in the store; these timers only save looking for them. */
export class Deadlines {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #wake: (id: string) => void;

  constructor(wake: (id: string) => void) {
    this.#wake = wake;
  }

  /** @param dueAt ms since the epoch; null for no deadline */
  set(id: string, dueAt: number | null, now: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    if (dueAt === null) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(id);
        this.#wake(id);
      },
      Math.max(0, dueAt - now),
    );
    this.#timers.set(id, timer);
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
