import CircleAlert from 'lucide-react/icons/circle-alert';
import Phone from 'lucide-react/icons/phone';
import { useDesk } from '../../host/desk-store.ts';
import { overOf } from '../../host/selectors.ts';
import { Announce } from '../../kit/announce.tsx';
import { Name } from '../../kit/name.tsx';
import { useNow } from '../../kit/use-now.ts';
import { customerName } from '../words/customer.ts';
import styles from './call-place.module.css';

/** How long news stays, in milliseconds; a failure wants to be read. */
const stays = { plain: 8_000, failure: 30_000 };

/** What became of the call that was here: "Answered by Sari." Then it goes. */
export function OverLine() {
  const over = useDesk(overOf);
  const now = useNow(1000);
  const shown = over !== null && now - over.at < stays[over.tone] ? over : null;
  return (
    <>
      {shown === null ? null : (
        <section className={styles.over} data-tone={shown.tone} aria-label="Last call">
          {shown.tone === 'failure' ? <CircleAlert size={16} /> : <Phone size={16} />}
          <span className={styles.overName}>
            <Name>{customerName(shown.customer)}</Name>
          </span>
          <span className={styles.overSentence}>{shown.sentence}</span>
        </section>
      )}
      <Announce>{shown === null ? '' : shown.sentence}</Announce>
    </>
  );
}
