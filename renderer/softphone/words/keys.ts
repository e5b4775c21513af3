import { keysInWords } from '../../../src/domain/keys/keys-in-words.ts';

/** Which keyboard lies before the person: a browser tells no platform, but whether it runs on a Mac. */
export const keyboardOf = (platform: string): string =>
  platform === 'web' && /^Mac/.test(globalThis.navigator?.platform ?? '') ? 'darwin' : platform;

/** Keys as they are printed on the person's keyboard. */
export const keyWords = (keys: string, platform: string): string => keysInWords(keys, keyboardOf(platform));

/** For `aria-keyshortcuts`, which has names of its own for modifiers. */
export function ariaKeys(keys: string | null, platform: string): string | undefined {
  if (keys === null) return undefined;
  const command = keyboardOf(platform) === 'darwin' ? 'Meta' : 'Control';
  return keys.replace('CommandOrControl', command).replace('Super', 'Meta');
}
