import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../strict.ts';

type Implemented =
  | 'inForcedColorsMode'
  | 'prefersReducedTransparency'
  | 'shouldDifferentiateWithoutColor'
  | 'shouldUseDarkColors'
  | 'shouldUseDarkColorsForSystemIntegratedUI'
  | 'shouldUseHighContrastColors'
  | 'shouldUseInvertedColorScheme'
  | 'themeSource';

class NativeTheme extends EventEmitter implements Pick<Electron.NativeTheme, Implemented> {
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  readonly shouldDifferentiateWithoutColor = false;
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  #source: Electron.NativeTheme['themeSource'] = 'system';
  #systemIsDark = false;

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source;
  }
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Invalid themeSource: ${source}`);
    if (source === this.#source) return;
    this.#source = source;
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#systemIsDark : this.#source === 'dark';
  }
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.#systemIsDark;
  }
  /** For tests: the desktop turns dark or light. */
  setSystemDark(dark: boolean): void {
    this.#systemIsDark = dark;
    this.emit('updated');
  }
}
refuseUnknown(NativeTheme, 'nativeTheme');

export const nativeTheme = new NativeTheme();
nativeTheme.setMaxListeners(0);
