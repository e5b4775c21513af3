import { Button } from '../kit/button.tsx';
import { BellMark } from '../kit/icons.tsx';
import styles from './sign-in/sign-in.module.css';

/** Another tab of this browser is the desk. */
export function OtherTab({ onCall, onUse }: { onCall: boolean; onUse: () => void }) {
  return (
    <main className={styles.door}>
      <div className={styles.form}>
        <span className={styles.mark}>
          <BellMark />
        </span>
        <div>
          <h1>Ringdesk is open in another tab.</h1>
          <p className={styles.relay}>Calls ring there. When that tab closes, they ring here.</p>
        </div>
        <Button
          kind="accent"
          size="main"
          onPress={onUse}
          why={onCall ? 'You are on a call there. You can change tabs as soon as it ends.' : null}
        >
          Use this tab
        </Button>
      </div>
    </main>
  );
}
