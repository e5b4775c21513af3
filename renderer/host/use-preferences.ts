import { useEffect, useState } from 'react';
import type { Preferences } from '../../src/contract/window/preferences.ts';
import { useHost } from './desk-store.ts';

/** What the person arranged, or null until the host has said. */
export function usePreferences(): Preferences | null {
  const keeper = useHost().preferences;
  const [preferences, setPreferences] = useState<Preferences | null>(null);
  useEffect(() => {
    let current = true;
    const stop = keeper.onChange(setPreferences);
    // A change that came meanwhile is newer than the answer.
    void keeper.get().then((first) => {
      if (current) setPreferences((known) => known ?? first);
    });
    return () => {
      current = false;
      stop();
    };
  }, [keeper]);
  return preferences;
}
