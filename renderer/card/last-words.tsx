import CircleAlert from 'lucide-react/icons/circle-alert';
import Phone from 'lucide-react/icons/phone';
import type { OverView } from '../../src/contract/window/view.ts';
import { Name } from '../kit/name.tsx';
import { customerName } from '../softphone/words/customer.ts';
import styles from './card.module.css';

/** Why it fell silent, in one sentence; main takes it away again. */
export function LastWords({ over }: { over: OverView }) {
  return (
    <section className={styles.over} data-tone={over.tone} aria-label="Last call">
      {over.tone === 'failure' ? <CircleAlert size={16} /> : <Phone size={16} />}
      <div className={styles.words}>
        <div className={styles.name}>
          <Name>{customerName(over.customer)}</Name>
        </div>
        <div className={styles.fact} title={over.sentence}>
          {over.sentence}
        </div>
      </div>
    </section>
  );
}
