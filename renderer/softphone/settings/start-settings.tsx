import { useState } from 'react';
import { useHost } from '../../host/desk-store.ts';
import { usePreferences } from '../../host/use-preferences.ts';
import { Note } from '../../kit/note.tsx';
import { sentenceOf } from '../../kit/sentence-of.ts';
import { Switch } from '../../kit/switch.tsx';
import { Section } from './section.tsx';

/** Not shown where nothing can be started with the computer. */
export function StartSettings() {
  const keeper = useHost().preferences;
  const preferences = usePreferences();
  const [problem, setProblem] = useState<string | null>(null);
  if (preferences === null || preferences.startsWithSystem === null) return null;

  async function change(on: boolean): Promise<void> {
    setProblem(null);
    try {
      await keeper.change({ kind: 'startsWithSystem', on });
    } catch (error) {
      setProblem(sentenceOf(error, String(error)));
    }
  }

  return (
    <Section title="Start">
      <Switch
        label="Start with the computer"
        hint="Ringdesk waits in the tray, ready for calls."
        on={preferences.startsWithSystem}
        onChange={(on) => void change(on)}
      />
      {problem === null ? null : <Note tone="failure">{problem}</Note>}
    </Section>
  );
}
