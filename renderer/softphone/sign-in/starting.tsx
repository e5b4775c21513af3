import { useDesk, useHost } from '../../host/desk-store.ts';
import { connectionOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { BellMark } from '../../kit/icons.tsx';
import { Note } from '../../kit/note.tsx';
import styles from './sign-in.module.css';

/** The moment before the desk is known. */
export function Starting() {
  return (
    <main className={styles.door} aria-busy="true" aria-label="Ringdesk is starting">
      <span className={styles.mark}>
        <BellMark />
      </span>
    </main>
  );
}

/** Signed in since the last time. Should the relay not answer, it is said, and there is a way out to another one. */
export function Restoring() {
  const host = useHost();
  const connection = useDesk(connectionOf);
  if (connection.status !== 'offline') return <Starting />;
  return (
    <main className={styles.door}>
      <div className={styles.form}>
        <span className={styles.mark}>
          <BellMark />
        </span>
        <h1>Ringdesk</h1>
        <Note tone="failure">{connection.problem.sentence}</Note>
        <Button size="main" onPress={() => void host.command({ kind: 'signOut' })}>
          Sign in again
        </Button>
      </div>
    </main>
  );
}
