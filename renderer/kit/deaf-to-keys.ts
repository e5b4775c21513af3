import { useState } from 'react';

/** In milliseconds. */
const deafFor = 500;

type Key = { timeStamp: number; preventDefault(): void; stopPropagation(): void };
type KeyListeners = { onKeyDownCapture(event: Key): void; onKeyUpCapture(event: Key): void };

/** For what comes up by itself: who was typing when it began to ring must not answer by it. Counts from the first time it is shown. */
export function useDeafToKeys(): KeyListeners {
  const [listeners] = useState(() => {
    const shownAt = performance.now();
    const ignoreEarly = (event: Key) => {
      if (event.timeStamp - shownAt >= deafFor) return;
      event.preventDefault();
      event.stopPropagation();
    };
    return { onKeyDownCapture: ignoreEarly, onKeyUpCapture: ignoreEarly };
  });
  return listeners;
}
