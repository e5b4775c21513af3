/** From a change to its drawing, and between two drawings, ms: both are too short to be seen. */
const pace = { first: 50, next: 150 };

/**
 * Hands on the newest of the values that come, at a pace for the eye. In a browser the page that draws is the page that has the
 * voice, and a call passes five states while it is answered: if each were drawn at once, the customer would hear the agent later.
 */
export function paced<Value>(listener: (value: Value) => void): { put(value: Value): void; stop(): void } {
  let waiting: { value: Value } | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handOn = () => {
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    lastAt = performance.now();
    listener(value);
  };
  return {
    put(value) {
      if (waiting === null) timer = setTimeout(handOn, Math.max(pace.first, lastAt + pace.next - performance.now()));
      waiting = { value };
    },
    stop: () => clearTimeout(timer),
  };
}
