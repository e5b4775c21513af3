import { useEffect, useState } from 'react';
import type { Problem } from '../../../src/contract/desk/words.ts';
import { useHost } from '../../host/desk-store.ts';
import { Note } from '../../kit/note.tsx';
import styles from '../notes/notes.module.css';
import { goTo, goToSearch } from './route.ts';

/** Goes where a link or the tray leads, or says why a link leads nowhere. */
export function WantedPlaceNote() {
  const host = useHost();
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(
    () =>
      host.onWantedPlace((wanted) => {
        setProblem(wanted.place === 'nowhere' ? wanted.problem : null);
        if (wanted.place === 'whoHas') goToSearch('customers', wanted.number);
        if (wanted.place === 'customers') goTo({ place: 'customers', callId: wanted.customerId });
        if (wanted.place === 'missed') goTo({ place: 'missed', callId: null });
      }),
    [host],
  );
  if (problem === null) return null;
  return (
    <div className={styles.place}>
      <Note tone="failure" onClose={() => setProblem(null)}>
        {problem.sentence}
      </Note>
    </div>
  );
}
