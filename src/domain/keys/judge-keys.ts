/** Where keys work: in Ringdesk's window alone, or in every program. */
export type KeyScope = 'window' | 'everywhere';

/** Why keys cannot be used for something. `another` is what they do already. */
export type KeyVerdict =
  | { status: 'fit' }
  | { status: 'unfit'; reason: 'types' | 'reserved' }
  | { status: 'taken'; another: string };

/** What every program, or the system, does with these; a person would miss it at once. */
const reserved: ReadonlySet<string> = new Set([
  ...['A', 'C', 'V', 'X', 'Z', 'Y', 'S', 'P', 'F', 'N', 'O', 'T', 'W', 'Q', 'R'].map(
    (key) => `CommandOrControl+${key}`,
  ),
  'Alt+F4',
  'F5',
  'CommandOrControl+Shift+R',
  'CommandOrControl+Shift+Z',
]);

/** One use of keys, and what its name is where it is said that they are taken. */
export type KeyUse = { name: string; scope: KeyScope; action: string; keys: string | null };

/**
 * Whether keys may be given to an action. A key that writes something, or moves in what is written, would be lost to whoever types
 * (WCAG 2.1.4); keys that two things listen for at the same time would do both.
 * @param uses all uses of keys, the one that is being changed included
 */
export function judgeKeys(keys: string, wanted: Pick<KeyUse, 'scope' | 'action'>, uses: readonly KeyUse[]): KeyVerdict {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const isFunctionKey = /^F\d+$/.test(key);
  const hasModifier = parts.some(
    (part) => part === 'CommandOrControl' || part === 'Control' || part === 'Alt' || part === 'Super',
  );
  if (!isFunctionKey && !hasModifier) return { status: 'unfit', reason: 'types' };
  if (reserved.has(keys)) return { status: 'unfit', reason: 'reserved' };
  const another = uses.find(
    (use) =>
      use.keys === keys && !(use.scope === wanted.scope && use.action === wanted.action) && !areApart(use, wanted),
  );
  return another === undefined ? { status: 'fit' } : { status: 'taken', another: another.name };
}

/** While it rings nobody is on a call: one key may answer, and then mute or end. The same may be done by one key in both scopes. */
function areApart(one: Pick<KeyUse, 'scope' | 'action'>, other: Pick<KeyUse, 'scope' | 'action'>): boolean {
  if (one.action === other.action) return true;
  const actions = [one.action, other.action];
  return actions.includes('answer') && !actions.includes('show');
}
