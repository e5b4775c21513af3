import BellRing from 'lucide-react/icons/bell-ring';
import { useSyncExternalStore } from 'react';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { callOf, ringOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import styles from './notes.module.css';

/** Asks for notices where it does not disturb: a line in place, between calls, until it is answered. */
export function NoticeNote() {
  const { notices } = useHost();
  const state = useSyncExternalStore(notices.onChange, notices.state);
  const ring = useDesk(ringOf);
  const call = useDesk(callOf);
  if (state !== 'ask' || ring !== null || call !== null) return null;
  return (
    <div className={styles.place}>
      <Note
        icon={<BellRing size={16} />}
        action={
          <Button kind="accent" onPress={() => void notices.ask()}>
            Show notices
          </Button>
        }
        onClose={notices.later}
      >
        See who calls while you work in another window.
      </Note>
    </div>
  );
}
