import { useDesk, useHost } from '../../host/desk-store.ts';
import { problemOf } from '../../host/selectors.ts';
import { Note } from '../../kit/note.tsx';
import styles from './notes.module.css';

/** The last thing that was asked for and did not happen. */
export function CommandProblem() {
  const host = useHost();
  const problem = useDesk(problemOf);
  if (problem === null) return null;
  return (
    <div className={styles.place}>
      <Note tone="failure" onClose={() => void host.command({ kind: 'dismissProblem' })}>
        {problem.sentence}
      </Note>
    </div>
  );
}
