const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Asks for the end of a script, and what has to be undone before it. */
export type Stopping = {
  /** Resolves when a person (Ctrl+C) or the system asks this script to end. */
  asked: Promise<void>;
  isAsked(): boolean;
  /** Whether it is ending, asked for or not. */
  isEnding(): boolean;
  /** Puts out what others do at those signals: Playwright would end this script at once. */
  silenceOthers(): void;
  /** Something to undo in the end, last first. */
  add(step: () => Promise<void> | void): void;
  undoAll(): Promise<void>;
};

export function setupStopping(): Stopping {
  const steps: (() => Promise<void> | void)[] = [];
  let isAsked = false;
  let isUndoing = false;
  let resolveAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    resolveAsked = resolve;
  });
  const onSignal = () => {
    isAsked = true;
    resolveAsked();
  };
  for (const signal of signals) process.on(signal, onSignal);
  // npm passes a signal on to the shell between us, which dies of it and tells nobody.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && onSignal(), 300).unref();
  return {
    asked,
    isAsked: () => isAsked,
    isEnding: () => isAsked || isUndoing,
    silenceOthers() {
      for (const signal of signals) {
        for (const listener of process.listeners(signal)) if (listener !== onSignal) process.off(signal, listener);
      }
    },
    add: (step) => steps.push(step),
    async undoAll() {
      isUndoing = true;
      for (const step of steps.splice(0).reverse()) {
        try {
          await step();
        } catch {
          // The next is undone all the same.
        }
      }
    },
  };
}
