import { endsAt } from '../../domain/people/availability.ts';
import type { DeskState } from '../state/state.ts';
import { shownAvailability } from './availability.ts';

type Store = { getState(): DeskState; subscribe(listener: (state: DeskState) => void): () => void };

/** Calls `onEnd` when what the agent is shown ends by itself. @returns stops watching */
export function watchAvailabilityEnd(store: Store, now: () => number, onEnd: () => void): () => void {
  let until: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = (state: DeskState) => {
    const next = endsAt(shownAvailability(state));
    if (next === until) return;
    until = next;
    clearTimeout(timer);
    if (until !== null) timer = setTimeout(onEnd, Math.max(0, until - now()) + 10);
  };
  watch(store.getState());
  const stop = store.subscribe(watch);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
