import { useEffect, useRef, useState } from 'react';

/** In milliseconds. */
const deafFor = 500;

type Key = { timeStamp: number; preventDefault(): void; stopPropagation(): void };
type KeyListeners = { onKeyDownCapture(event: Key): void; onKeyUpCapture(event: Key): void };

/**
 * For what comes up by itself: who was typing when it began to ring must not answer by it. Counts from when it was drawn: a slow
 * computer takes its time for that, in which nobody can have seen it.
 */
export function useDeafToKeys(): KeyListeners {
  const drawnAt = useRef<number | null>(null);
  useEffect(() => {
    drawnAt.current = performance.now();
  }, []);
  const [listeners] = useState(() => {
    const ignoreEarly = (event: Key) => {
      if (drawnAt.current !== null && event.timeStamp - drawnAt.current >= deafFor) return;
      event.preventDefault();
      event.stopPropagation();
    };
    return { onKeyDownCapture: ignoreEarly, onKeyUpCapture: ignoreEarly };
  });
  return listeners;
}
