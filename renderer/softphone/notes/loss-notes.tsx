import { useEffect, useState } from 'react';
import type { Problem } from '../../../src/contract/desk/words.ts';
import { useHost } from '../../host/desk-store.ts';
import { Note } from '../../kit/note.tsx';
import styles from './notes.module.css';

/** What this computer lost or cannot keep, each until it is put away. */
export function LossNotes() {
  const host = useHost();
  const [losses, setLosses] = useState<readonly Problem[]>([]);
  useEffect(() => host.onLosses(setLosses), [host]);
  return losses.map(({ code, sentence }) => (
    <div key={code} className={styles.place}>
      <Note tone="failure" onClose={() => host.putLossAway(code)}>
        {sentence}
      </Note>
    </div>
  ));
}
