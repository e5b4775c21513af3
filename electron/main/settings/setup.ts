import { join } from 'node:path';
import Store from 'electron-store';
import type { Problem } from '../../../src/contract/desk/words.ts';
import type { Log } from '../../../src/desk/ports.ts';
import { settingsLost } from '../losses/words.ts';
import { keepUnreadableJsonAside } from './keep-aside.ts';
import { Settings } from './settings.ts';

/** `settings.json` in the data folder. */
export function setupSettings(deps: {
  userData: string;
  relayUrl: string | null;
  log: Log;
  lost: (loss: Problem) => void;
  now: () => number;
}): Settings {
  const aside = keepUnreadableJsonAside(join(deps.userData, 'settings.json'), deps.now());
  if (aside !== null) {
    deps.log.error('settings unreadable, starting over', { aside });
    deps.lost(settingsLost(aside));
  }
  const file = new Store<Record<string, unknown>>({ name: 'settings', cwd: deps.userData });
  return new Settings(file, deps);
}
