import {
  type CallKeyAction,
  callKeyActions,
  type ShortcutAction,
  usualCallKeys,
  usualShortcuts,
} from '../../../src/contract/window/shortcuts.ts';
import type { KeyUse } from '../../../src/domain/keys/judge-keys.ts';
import { useHost } from '../../host/desk-store.ts';
import { Button } from '../../kit/button.tsx';
import { useChosenCallKeys } from '../call/call-keys.ts';
import { useGlobalKeys } from '../call/use-global-keys.ts';
import { KeyRow } from './key-row.tsx';
import styles from './key-settings.module.css';
import { Section } from './section.tsx';

const inWindow: Record<CallKeyAction, string> = { mute: 'Mute', end: 'End call' };

const everywhere: Record<ShortcutAction, string> = {
  mute: 'Mute from any program',
  answer: 'Answer from any program',
  end: 'End call from any program',
  show: 'Show Ringdesk from any program',
};

/** What keys do. A change works at once, and what another program has is said before a call needs it. */
export function KeySettings() {
  const { changeShortcut, preferences } = useHost();
  const callKeys = useChosenCallKeys();
  const shortcuts = useGlobalKeys();
  const uses: KeyUse[] = [
    ...callKeyActions.map((action) => ({
      name: inWindow[action],
      scope: 'window' as const,
      action,
      keys: callKeys[action],
    })),
    ...shortcuts.map(({ action, keys }) => ({ name: everywhere[action], scope: 'everywhere' as const, action, keys })),
  ];
  const changeCallKey = (action: CallKeyAction, keys: string | null) =>
    preferences.change({ kind: 'callKey', action, keys });
  const areUsual =
    callKeyActions.every((action) => callKeys[action] === usualCallKeys[action]) &&
    shortcuts.every(({ action, keys }) => keys === usualShortcuts[action]);

  async function restore(): Promise<void> {
    for (const action of callKeyActions) await changeCallKey(action, usualCallKeys[action]);
    // What the system refuses stands with its row.
    for (const { action } of shortcuts) {
      await changeShortcut({ action, keys: usualShortcuts[action] }).catch(() => undefined);
    }
  }

  return (
    <Section title="Keys">
      <p className={styles.hint}>In this window, except while you type:</p>
      {callKeyActions.map((action) => (
        <KeyRow
          key={action}
          use={{ name: inWindow[action], scope: 'window', action, keys: callKeys[action] }}
          uses={uses}
          problem={null}
          change={(keys) => changeCallKey(action, keys)}
        />
      ))}
      {shortcuts.length === 0 ? null : <p className={styles.hint}>Whatever program is in front:</p>}
      {shortcuts.map(({ action, keys, problem }) => (
        <KeyRow
          key={action}
          use={{ name: everywhere[action], scope: 'everywhere', action, keys }}
          uses={uses}
          problem={problem?.sentence ?? null}
          change={(changed) => changeShortcut({ action, keys: changed })}
        />
      ))}
      {areUsual ? null : (
        <div>
          <Button onPress={() => void restore()}>Restore the usual keys</Button>
        </div>
      )}
    </Section>
  );
}
