import { z } from 'zod';
import { type Preferences, themeSchema } from '../../../src/contract/window/preferences.ts';
import { callKeysSchema } from '../../../src/contract/window/shortcuts.ts';
import type { PreferenceKeeper } from '../host.ts';
import { kept } from './storage.ts';

/** What the person arranged in this profile. A theme holds in every tab; nothing starts a page with the computer. */
export function createBrowserPreferences(storage: Storage, root: HTMLElement): PreferenceKeeper {
  const theme = kept('theme', themeSchema, storage);
  const listeners = new Set<(preferences: Preferences) => void>();
  const setUpOffered = kept('setUpOffered', z.literal(true), storage);
  const callKeys = kept('callKeys', callKeysSchema, storage);
  const get = (): Preferences => ({
    theme: theme.get() ?? 'system',
    startsWithSystem: null,
    setUpOffered: setUpOffered.get() ?? false,
    callKeys: callKeys.get() ?? callKeysSchema.parse({}),
  });

  function apply(): void {
    const preferences = get();
    if (preferences.theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = preferences.theme;
    for (const listener of listeners) listener(preferences);
  }

  apply();
  // Another tab changed it.
  window.addEventListener('storage', apply);
  return {
    get: async () => get(),
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    change: async (change) => {
      if (change.kind === 'theme') theme.set(change.theme);
      if (change.kind === 'setUpOffered') setUpOffered.set(true);
      if (change.kind === 'callKey') callKeys.set({ ...get().callKeys, [change.action]: change.keys });
      apply();
    },
  };
}
