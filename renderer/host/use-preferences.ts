import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Preferences } from '../../src/contract/window/preferences.ts';
import { useHost } from './desk-store.ts';
import type { Host } from './host.ts';

type Keeper = Host['preferences'];
type Kept = { store: StoreApi<{ preferences: Preferences | null }>; ask(): void };

/** One for the window: who is drawn later, such as a call, has them at once. */
const keptBy = new WeakMap<Keeper, Kept>();

function keptOf(keeper: Keeper): Kept {
  const known = keptBy.get(keeper);
  if (known !== undefined) return known;
  const store = createStore<{ preferences: Preferences | null }>(() => ({ preferences: null }));
  keeper.onChange((preferences) => store.setState({ preferences }));
  let asking = false;
  const ask = (): void => {
    if (asking || store.getState().preferences !== null) return;
    asking = true;
    keeper
      .get()
      // A change that came meanwhile is newer than the answer.
      .then((first) => store.setState(({ preferences }) => ({ preferences: preferences ?? first })))
      // Whoever is drawn next asks again; until then what is usual holds.
      .catch(() => undefined)
      .finally(() => {
        asking = false;
      });
  };
  const kept = { store, ask };
  keptBy.set(keeper, kept);
  return kept;
}

/** What the person arranged, or null until the host has said. */
export function usePreferences(): Preferences | null {
  const { store, ask } = keptOf(useHost().preferences);
  useEffect(ask, [ask]);
  return useStore(store, ({ preferences }) => preferences);
}
