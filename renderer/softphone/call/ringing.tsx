import PhoneCall from 'lucide-react/icons/phone-call';
import UserCheck from 'lucide-react/icons/user-check';
import { useId } from 'react';
import type { RingView } from '../../../src/contract/window/view.ts';
import { useHost } from '../../host/desk-store.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { useDeafToKeys } from '../../kit/deaf-to-keys.ts';
import { Name } from '../../kit/name.tsx';
import { RunOut } from '../../kit/run-out.tsx';
import { useNow } from '../../kit/use-now.ts';
import { customerFacts, customerName } from '../words/customer.ts';
import { secondsLeft } from '../words/duration.ts';
import { lastContactWords } from '../words/last-contact.ts';
import { readableNumber } from '../words/number.ts';
import { AnswerKeys } from './answer-keys.tsx';
import styles from './call-place.module.css';

/** A call that rings here. It takes no focus; its seconds and its line come from one deadline. */
export function Ringing({ ring }: { ring: RingView }) {
  const host = useHost();
  const descriptionId = useId();
  const deafToKeys = useDeafToKeys();
  const now = useNow(1000, ring.until);
  const left = secondsLeft(ring.until, now);
  const name = customerName(ring.customer);
  const lastContact = lastContactWords(ring.lastContact, now);
  return (
    <section
      className={`${styles.call} ${styles.ringing}`}
      role="alertdialog"
      aria-label="Incoming call"
      aria-describedby={descriptionId}
      {...deafToKeys}
    >
      <RunOut from={ring.from} until={ring.until} secondsLeft={left} />
      <div className={styles.inner}>
        <div className={styles.kind}>
          <PhoneCall size={16} />
          <span className={styles.channel}>
            <Name>{`Calling ${readableNumber(ring.channel.name)}`}</Name>
          </span>
          <span className={styles.countdown} aria-hidden="true">
            {left} s
          </span>
        </div>
        <div className={styles.who} id={descriptionId}>
          <Avatar name={name} size={48} />
          <div className={styles.names}>
            <div className={styles.name}>
              <Name>{name}</Name>
            </div>
            <div className={styles.facts}>{customerFacts(ring.customer).join(' · ')}</div>
            <div className={styles.facts} title={lastContact}>
              {lastContact}
            </div>
          </div>
        </div>
        {ring.reason === '' ? null : (
          <div className={styles.reason}>
            <UserCheck size={16} />
            <span title={ring.reason}>
              <b>Rings for you:</b> {ring.reason}
            </span>
          </div>
        )}
        <div className={styles.answers}>
          <AnswerKeys ring={ring} command={host.command} />
        </div>
      </div>
    </section>
  );
}
