import { BellMark } from '../../kit/icons.tsx';
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
