import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import Copy from 'lucide-react/icons/copy';
import { type ReactNode, useState } from 'react';
import { useHost } from '../../host/desk-store.ts';
import { Button } from '../../kit/button.tsx';
import { ColumnPage } from '../places/column-page.tsx';
import { goTo } from '../places/route.ts';
import { AudioPathStep } from './audio-path-step.tsx';
import styles from './desk-test-page.module.css';
import { HeadsetStep } from './headset-step.tsx';
import { MicrophoneStep } from './microphone-step.tsx';
import { NotificationStep } from './notification-step.tsx';
import { RelayStep } from './relay-step.tsx';
import { RingtoneStep, SpeakerStep } from './sound-steps.tsx';
import {
  allWork,
  firstStep,
  inWords,
  type Step,
  type StepProps,
  type StepResult,
  settle,
  stepNames,
  steps,
} from './steps.ts';

const controls: Record<Step, (props: StepProps) => ReactNode> = {
  microphone: MicrophoneStep,
  speaker: SpeakerStep,
  ringtone: RingtoneStep,
  headset: HeadsetStep,
  notification: NotificationStep,
  relay: RelayStep,
  audioPath: AudioPathStep,
};

/** Seven short steps that prove a desk. It covers nothing: a call that comes is answered where calls always are. */
export function DeskTestPage() {
  const host = useHost();
  const [test, setTest] = useState(firstStep);
  const [copied, setCopied] = useState(false);
  const leave = () => goTo({ place: 'calls', callId: null });

  return (
    <ColumnPage title="Test my desk">
      <ol className={styles.steps}>
        {steps.map((step) => {
          const Controls = controls[step];
          return (
            <li key={step} aria-current={test.at === step ? 'step' : undefined}>
              <Line name={stepNames[step]} result={test.results[step]} />
              {test.at === step ? (
                <div className={styles.controls}>
                  <Controls onSettle={(result) => setTest((now) => settle(now, step, result))} />
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
      {test.at === 'done' ? (
        <p className={styles.end} role="status">
          {allWork(test) ? 'Your desk is ready.' : 'Something does not work yet. Send the result to whoever helps you.'}
        </p>
      ) : null}
      <div className={styles.row}>
        {test.at === 'done' ? (
          <>
            <Button kind="accent" onPress={leave}>
              Done
            </Button>
            <Button icon={<Copy size={16} />} onPress={() => void host.copy(inWords(test)).then(() => setCopied(true))}>
              {copied ? 'Copied' : 'Copy result'}
            </Button>
            <Button kind="quiet" onPress={() => setTest(firstStep)}>
              Test again
            </Button>
          </>
        ) : (
          <Button kind="quiet" onPress={leave}>
            Leave the test
          </Button>
        )}
      </div>
    </ColumnPage>
  );
}

const verdictNames = { works: 'Works', fails: 'Does not work', skipped: 'Skipped', unknown: 'Not known' } as const;

function Line({ name, result }: { name: string; result: StepResult | undefined }) {
  const verdict = result?.verdict;
  return (
    <div className={styles.line} data-verdict={verdict}>
      {verdict === 'works' ? <CircleCheck size={16} /> : null}
      {verdict === 'fails' ? <CircleAlert size={16} /> : null}
      {verdict === 'skipped' || verdict === 'unknown' || verdict === undefined ? <CircleDashed size={16} /> : null}
      <span className={styles.name}>{name}</span>
      {result === undefined ? null : (
        <span className={styles.detail}>
          {verdictNames[result.verdict]}
          {result.detail === '' ? '' : `, ${result.detail}`}
        </span>
      )}
    </div>
  );
}
