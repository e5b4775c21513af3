import type { DeskState } from '../state/state.ts';
import { ringGraceMs } from './ring.ts';

type Store = { getState(): DeskState; subscribe(listener: (state: DeskState) => void): () => void };

/** Calls `onLate` when a ring has outlived its deadline, as it does when the relay goes away while it rings. */
export function watchRingDeadline(store: Store, now: () => number, onLate: () => void): () => void {
  let until: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = store.subscribe(({ ring }) => {
    if ((ring?.until ?? null) === until) return;
    until = ring?.until ?? null;
    clearTimeout(timer);
    if (until !== null) timer = setTimeout(onLate, Math.max(0, until + ringGraceMs - now()) + 50);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
