import { Button } from '../../kit/button.tsx';
import styles from './desk-test-page.module.css';
import { Skip } from './skip.tsx';
import type { StepResult } from './steps.ts';

export type QuestionProps = {
  /** Null until there is something to be asked about. */
  question: string | null;
  detail: string;
  onSettle: (result: StepResult) => void;
};

/** Only the agent knows what was heard. A step can be skipped before it is asked about, too. */
export function Question({ question, detail, onSettle }: QuestionProps) {
  return (
    <>
      {question === null ? null : <p role="status">{question}</p>}
      <div className={styles.row}>
        {question === null ? null : (
          <>
            <Button kind="accent" onPress={() => onSettle({ verdict: 'works', detail })}>
              Yes
            </Button>
            <Button onPress={() => onSettle({ verdict: 'fails', detail })}>No</Button>
          </>
        )}
        <Skip onSettle={onSettle} />
      </div>
    </>
  );
}
