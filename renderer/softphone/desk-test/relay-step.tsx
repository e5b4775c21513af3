import { useState } from 'react';
import { useHost } from '../../host/desk-store.ts';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import styles from './desk-test-page.module.css';
import { relayWords } from './network-words.ts';
import { Skip } from './skip.tsx';
import type { StepProps } from './steps.ts';

/** How fast the relay answers, over what, and who vouches for it. */
export function RelayStep({ onSettle }: StepProps) {
  const host = useHost();
  const [asked, setAsked] = useState<'no' | 'now' | 'silent'>('no');

  async function measure(): Promise<void> {
    setAsked('now');
    const measured = await host.measureRelay().catch(() => null);
    if (measured === null) {
      setAsked('silent');
      return;
    }
    onSettle({ verdict: 'works', detail: relayWords(measured) });
  }

  return (
    <>
      {asked === 'silent' ? (
        <Note tone="failure">The server does not answer. Check the network, then try again.</Note>
      ) : null}
      <div className={styles.row}>
        <Button kind="accent" why={asked === 'now' ? 'One moment.' : null} onPress={() => void measure()}>
          Test the connection
        </Button>
        {asked === 'silent' ? (
          <Button onPress={() => onSettle({ verdict: 'fails', detail: 'no answer' })}>Go on without</Button>
        ) : null}
        <Skip onSettle={onSettle} />
      </div>
    </>
  );
}
