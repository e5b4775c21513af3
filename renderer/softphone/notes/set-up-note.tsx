import Headset from 'lucide-react/icons/headset';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { callOf, ringOf } from '../../host/selectors.ts';
import { usePreferences } from '../../host/use-preferences.ts';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import { goTo } from '../places/route.ts';
import styles from './notes.module.css';

/** Offers the test of the desk once, as a line in place: a call that comes can always be answered. */
export function SetUpNote() {
  const keeper = useHost().preferences;
  const preferences = usePreferences();
  const ring = useDesk(ringOf);
  const call = useDesk(callOf);
  if (preferences === null || preferences.setUpOffered || ring !== null || call !== null) return null;
  const settle = () => void keeper.change({ kind: 'setUpOffered' });
  return (
    <div className={styles.place}>
      <Note
        icon={<Headset size={16} />}
        action={
          <>
            <Button
              onPress={() => {
                settle();
                goTo({ place: 'desk-test', callId: null });
              }}
            >
              Start
            </Button>
            <Button kind="quiet" onPress={settle}>
              Not now
            </Button>
          </>
        }
      >
        Set up this desk: 1 minute
      </Note>
    </div>
  );
}
