import type { AnsweredView } from '../../../src/contract/window/view.ts';
import { useHost } from '../../host/desk-store.ts';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import { useNow } from '../../kit/use-now.ts';
import { CallButton } from '../customer/call-button.tsx';
import { goTo } from '../places/route.ts';
import { answeredWords } from '../words/answered.ts';
import styles from './notes.module.css';

/** What became of a request for permission, told to the agent who asked. */
export function AnsweredNote({ answered }: { answered: AnsweredView }) {
  const host = useHost();
  const now = useNow(60_000);
  const { customer, channel, answer } = answered;
  const close = () => void host.command({ kind: 'dismissAnswered' });
  const open = () => {
    close();
    goTo({ place: 'customers', callId: customer.id });
  };
  return (
    <div className={styles.place}>
      <Note
        tone={answer.kind === 'undelivered' ? 'failure' : 'plain'}
        action={
          answer.kind === 'granted' ? (
            <CallButton channel={channel} customer={customer} />
          ) : (
            <Button onPress={open}>See customer</Button>
          )
        }
        onClose={close}
      >
        {answeredWords(answered, now)}
      </Note>
    </div>
  );
}
