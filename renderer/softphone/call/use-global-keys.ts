import { useEffect, useState } from 'react';
import type { ShortcutAction, ShortcutView } from '../../../src/contract/window/shortcuts.ts';
import { useHost } from '../../host/desk-store.ts';

/** The keys that work in every program too; none in a browser. */
export function useGlobalKeys(): readonly ShortcutView[] {
  const host = useHost();
  const [shortcuts, setShortcuts] = useState<readonly ShortcutView[]>([]);
  useEffect(() => host.onShortcuts(setShortcuts), [host]);
  return shortcuts;
}

/** A button's tooltip: `Mute (F8, in any program Ctrl+Shift+M)`, or why the second does not work. */
export function keysHint(
  word: string,
  key: string,
  action: ShortcutAction,
  shortcuts: readonly ShortcutView[],
): string {
  const shortcut = shortcuts.find((each) => each.action === action);
  if (shortcut === undefined) return `${word} (${key})`;
  if (shortcut.problem !== null) return `${word} (${key}). ${shortcut.problem.sentence}`;
  return `${word} (${key}, in any program ${shortcut.keys})`;
}
