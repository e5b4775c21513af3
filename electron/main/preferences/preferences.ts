import type { NativeTheme } from 'electron';
import type { PreferenceChange, Preferences } from '../../../src/contract/window/preferences.ts';
import type { Settings } from '../settings/settings.ts';
import type { StartWithSystem } from './start-with-system.ts';

export type PreferencesDeps = {
  settings: Pick<Settings, 'theme' | 'keepTheme' | 'setUpOffered' | 'keepSetUpOffered' | 'callKeys' | 'keepCallKey'>;
  nativeTheme: Pick<NativeTheme, 'themeSource'>;
  startWithSystem: StartWithSystem;
  /** Tells every window. */
  tell: (preferences: Preferences) => void;
};

/** What the person arranged, and its effect: the theme holds from the start, before the first window is drawn. */
export class PersonPreferences {
  readonly #deps: PreferencesDeps;

  constructor(deps: PreferencesDeps) {
    this.#deps = deps;
    deps.nativeTheme.themeSource = deps.settings.theme;
  }

  get(): Preferences {
    const { settings, startWithSystem } = this.#deps;
    const { theme, setUpOffered, callKeys } = settings;
    return { theme, startsWithSystem: startWithSystem.isOn(), setUpOffered, callKeys };
  }

  /** Throws when the system does not let it be changed; everything stays as it was then. */
  change(change: PreferenceChange): void {
    const { settings, nativeTheme, startWithSystem, tell } = this.#deps;
    switch (change.kind) {
      case 'theme':
        settings.keepTheme(change.theme);
        nativeTheme.themeSource = change.theme;
        break;
      case 'startsWithSystem':
        startWithSystem.set(change.on);
        break;
      case 'setUpOffered':
        settings.keepSetUpOffered();
        break;
      case 'callKey':
        settings.keepCallKey(change.action, change.keys);
        break;
    }
    tell(this.get());
  }
}
