import Check from 'lucide-react/icons/check';
import { useEffect, useState } from 'react';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { headsetOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import { ConnectHeadset } from '../headset/connect-headset.tsx';
import { arrivedWords, askWords, headsetWords, trialWords } from '../headset/words.ts';
import styles from './desk-test-page.module.css';
import { Skip } from './skip.tsx';
import type { StepProps } from './steps.ts';
import { useBusy } from './use-busy.ts';

/** Each press shows as it arrives. Where there is no headset with buttons, and none can be allowed here, nothing is asked. */
export function HeadsetStep({ onSettle }: StepProps) {
  const { command, connectHeadset } = useHost();
  const { found, problem, trial } = useDesk(headsetOf);
  const busy = useBusy();
  /** One that is pulled out in the middle of the step is waited for. */
  const [wasThere, setWasThere] = useState(false);
  const nothingToTry = found.status !== 'found' && !wasThere && (found.status === 'unable' || connectHeadset === null);
  const complete = found.status === 'found' && found.can.every((button) => trial?.arrived.includes(button));
  useEffect(() => () => void command({ kind: 'tryHeadset', on: false }), [command]);
  useEffect(() => {
    if (found.status === 'found') setWasThere(true);
    if (nothingToTry) onSettle({ verdict: 'skipped', detail: 'no headset with buttons found' });
    else if (complete && trial !== null && found.status === 'found')
      onSettle({ verdict: 'works', detail: trialWords(found.name, found.can, trial) });
  }, [nothingToTry, complete, found, trial, onSettle]);

  const fail = () => {
    if (found.status !== 'found') return;
    const detail =
      problem === null && trial !== null ? trialWords(found.name, found.can, trial) : 'could not be opened';
    onSettle({ verdict: 'fails', detail });
  };
  return (
    <>
      <p>{headsetWords(found)}</p>
      {problem === null ? null : <Note tone="failure">{problem.sentence}</Note>}
      <ConnectHeadset />
      {trial === null ? null : (
        <div role="status">
          {trial.arrived.map((button) => (
            <p key={button} className={styles.line} data-verdict="works">
              <Check size={16} />
              {arrivedWords[button]}
            </p>
          ))}
          <p>{trial.asks === null ? 'The headset opens…' : askWords[trial.asks]}</p>
        </div>
      )}
      <div className={styles.row}>
        {trial === null && found.status === 'found' ? (
          <Button kind="accent" why={busy} onPress={() => void command({ kind: 'tryHeadset', on: true })}>
            {problem === null ? 'Try the buttons' : 'Try again'}
          </Button>
        ) : null}
        {trial !== null || problem !== null ? (
          <Button onPress={fail}>{trial === null ? 'Go on without' : 'It does not arrive'}</Button>
        ) : null}
        <Skip onSettle={onSettle} />
      </div>
    </>
  );
}
