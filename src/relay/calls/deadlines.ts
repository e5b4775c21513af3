/** Wakes when a call is due. The due times are rows (`call.due_at`); these timers only save looking for them. */
export class Deadlines {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #wake: (callId: string) => void;

  constructor(wake: (callId: string) => void) {
    this.#wake = wake;
  }

  /** @param dueAt ms since the epoch; null for no deadline */
  set(callId: string, dueAt: number | null, now: number): void {
    clearTimeout(this.#timers.get(callId));
    this.#timers.delete(callId);
    if (dueAt === null) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(callId);
        this.#wake(callId);
      },
      Math.max(0, dueAt - now),
    );
    this.#timers.set(callId, timer);
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
