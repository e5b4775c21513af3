/**
 * Keys are written as Electron writes accelerators (`CommandOrControl+Shift+M`, `F8`): modifiers in one order, then one key. What a person
 * pressed is read from a DOM keyboard event.
 */
export type Pressed = {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
};

const named: Readonly<Record<string, string>> = {
  ' ': 'Space',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** Keys that are called by their name, or by what is printed on them. */
const usable =
  /^(?:F(?:[1-9]|1\d|2[0-4])|[A-Z0-9]|[-=[\];',./\\`]|Space|Plus|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete)$/;

/**
 * @param platform `darwin`, where Cmd does what Ctrl does elsewhere; anything else
 * @returns null while only modifiers are down, or for a key that has no name here
 */
export function keysPressed(pressed: Pressed, platform: string): string | null {
  const key = keyOf(pressed);
  if (key === null) return null;
  const { ctrlKey, altKey, shiftKey, metaKey } = pressed;
  const isMac = platform === 'darwin';
  const modifiers = [
    (isMac ? metaKey : ctrlKey) ? 'CommandOrControl' : null,
    isMac && ctrlKey ? 'Control' : null,
    !isMac && metaKey ? 'Super' : null,
    altKey ? 'Alt' : null,
    shiftKey ? 'Shift' : null,
  ];
  return [...modifiers.filter((modifier) => modifier !== null), key].join('+');
}

/** By the letter that the layout gives; with Shift or Alt, which give other signs, by the place of the key. */
function keyOf({ key, code }: Pressed): string | null {
  const byName = named[key] ?? (/^[a-z]$/i.test(key) ? key.toUpperCase() : key);
  const byPlace = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  const found = byPlace !== undefined && !/^[A-Z0-9]$/.test(byName) ? byPlace : byName;
  return usable.test(found) ? found : null;
}
