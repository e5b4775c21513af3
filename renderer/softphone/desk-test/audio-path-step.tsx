import { useEffect, useState } from 'react';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { networkOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import styles from './desk-test-page.module.css';
import { audioPathResult } from './network-words.ts';
import { Skip } from './skip.tsx';
import type { StepProps } from './steps.ts';

/** Which way the sound of a call will find out of this network. Needs neither a call nor the microphone. */
export function AudioPathStep({ onSettle }: StepProps) {
  const { command } = useHost();
  const { audioPath, audioRoute } = useDesk(networkOf);
  const testedAt = audioPath.stage === 'tested' ? audioPath.at : null;
  /** What was known when the person asked: an older result is no answer. */
  const [askedAfter, setAskedAfter] = useState<number | null | 'notAsked'>('notAsked');
  const testing = askedAfter !== 'notAsked';
  useEffect(() => {
    if (askedAfter === 'notAsked' || audioPath.stage !== 'tested' || audioPath.at === askedAfter) return;
    onSettle(audioPathResult(audioPath.path, audioRoute));
  }, [askedAfter, audioPath, audioRoute, onSettle]);
  return (
    <>
      <p role="status">
        {testing ? 'Looking for a way out. This may take 10 seconds.' : 'Sound takes a way of its own.'}
      </p>
      <div className={styles.row}>
        <Button
          kind="accent"
          why={testing ? 'One moment.' : null}
          onPress={() => {
            setAskedAfter(testedAt);
            void command({ kind: 'testAudioPath' });
          }}
        >
          Test the way of the sound
        </Button>
        <Skip onSettle={onSettle} />
      </div>
    </>
  );
}
