import FileDown from 'lucide-react/icons/file-down';
import { useEffect, useState } from 'react';
import type { About } from '../../../src/contract/window/about.ts';
import { hostOf } from '../../../src/desk/summary.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { relayUrlOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import { sentenceOf } from '../../kit/sentence-of.ts';
import styles from './about-ringdesk.module.css';
import { Section } from './section.tsx';

type Outcome = { tone: 'plain' | 'failure'; sentence: string } | null;

/** What runs here, and the log for whoever helps. */
export function AboutRingdesk() {
  const host = useHost();
  const relayUrl = useDesk(relayUrlOf);
  const [about, setAbout] = useState<About | null>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  useEffect(() => {
    void host.about().then(setAbout);
  }, [host]);
  if (about === null) return null;

  async function save(): Promise<void> {
    setOutcome(null);
    try {
      if ((await host.saveLog()) === 'saved') setOutcome({ tone: 'plain', sentence: 'Saved.' });
    } catch (error) {
      setOutcome({ tone: 'failure', sentence: sentenceOf(error, String(error)) });
    }
  }

  const facts = [
    { name: 'Version', version: about.version },
    ...about.runtimes,
    { name: 'Relay', version: hostOf(relayUrl) },
    { name: 'This desk', version: about.deskName },
  ];
  return (
    <Section title="About">
      <dl className={styles.facts}>
        {facts.map(({ name, version }) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>
              <bdi>{version}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles.save}>
        <Button icon={<FileDown size={16} />} onPress={() => void save()}>
          Save log…
        </Button>
        <p className={styles.hint}>For whoever helps you. It holds no phone numbers and nothing that was said.</p>
      </div>
      {outcome === null ? null : <Note tone={outcome.tone}>{outcome.sentence}</Note>}
    </Section>
  );
}
