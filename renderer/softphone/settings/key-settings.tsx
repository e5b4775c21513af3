import type { ShortcutAction } from '../../../src/contract/window/shortcuts.ts';
import { Note } from '../../kit/note.tsx';
import { callKeys } from '../call/call-keys.ts';
import { useGlobalKeys } from '../call/use-global-keys.ts';
import { Section } from './section.tsx';

const does: Record<ShortcutAction, string> = {
  mute: 'mutes from any program, during a call.',
  answer: 'answers from any program, while it rings.',
  end: 'ends the call from any program.',
};

/** What keys do, and which of them another program has. */
export function KeySettings() {
  const shortcuts = useGlobalKeys();
  return (
    <Section title="Keys">
      <p>{`In this window ${callKeys.mute} mutes and ${callKeys.end} ends the call.`}</p>
      {shortcuts.map(({ action, keys, problem }) =>
        problem === null ? (
          <p key={action}>{`${keys} ${does[action]}`}</p>
        ) : (
          <Note key={action} tone="failure">
            {problem.sentence}
          </Note>
        ),
      )}
    </Section>
  );
}
