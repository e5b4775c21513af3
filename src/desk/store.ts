import { createStore } from 'zustand/vanilla';
import type { DeskSettings, KeptNote } from './ports.ts';
import type { Effect } from './state/effects.ts';
import type { Fact } from './state/facts.ts';
import { initialState } from './state/initial-state.ts';
import { reduce } from './state/reduce.ts';
import type { DeskState } from './state/state.ts';

/**
 * Holds the desk's state and takes facts one after the other: a fact that comes up while another one is being dealt with
 * (a voice port may answer at once) waits for its turn.
 */
export function createDeskStore(
  settings: DeskSettings,
  unsent: readonly KeptNote[],
  perform: (effect: Effect) => void,
) {
  const store = createStore<DeskState>()(() => initialState(settings, unsent));
  const facts: Fact[] = [];
  let busy = false;

  function take(fact: Fact): void {
    facts.push(fact);
    if (busy) return;
    busy = true;
    try {
      for (let next = facts.shift(); next !== undefined; next = facts.shift()) {
        const { state, effects } = reduce(store.getState(), next);
        store.setState(state, true);
        for (const effect of effects) perform(effect);
      }
    } finally {
      busy = false;
    }
  }

  return { getState: store.getState, subscribe: store.subscribe, take };
}
