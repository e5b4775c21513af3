import { useEffect, useState } from 'react';
import type { ShortcutAction, ShortcutView } from '../../../src/contract/window/shortcuts.ts';
import { useHost } from '../../host/desk-store.ts';
import { keyWords } from '../words/keys.ts';

/** The keys that work in every program too; none in a browser. */
export function useGlobalKeys(): readonly ShortcutView[] {
  const host = useHost();
  const [shortcuts, setShortcuts] = useState<readonly ShortcutView[]>([]);
  useEffect(() => host.onShortcuts(setShortcuts), [host]);
  return shortcuts;
}

type Hint = {
  word: string;
  /** The keys in this window. */
  keys: string | null;
  action: ShortcutAction;
  shortcuts: readonly ShortcutView[];
  platform: string;
};

/** A button's tooltip: `Mute (F8, in any program Ctrl+Shift+M)`, or why the second does not work. */
export function keysHint({ word, keys, action, shortcuts, platform }: Hint): string {
  const shortcut = shortcuts.find((each) => each.action === action);
  const problem = shortcut?.problem ?? null;
  const here = keys === null ? [] : [keyWords(keys, platform)];
  const everywhere =
    shortcut?.keys == null || problem !== null ? [] : [`in any program ${keyWords(shortcut.keys, platform)}`];
  const all = [...here, ...everywhere];
  const hint = all.length === 0 ? word : `${word} (${all.join(', ')})`;
  return problem === null ? hint : `${hint}. ${problem.sentence}`;
}
