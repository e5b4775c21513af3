import UserCheck from 'lucide-react/icons/user-check';
import { useId } from 'react';
import type { CardBridge } from '../../src/contract/window/bridge.ts';
import type { RingView } from '../../src/contract/window/view.ts';
import { Avatar } from '../kit/avatar.tsx';
import { useDeafToKeys } from '../kit/deaf-to-keys.ts';
import { Name } from '../kit/name.tsx';
import { RunOut } from '../kit/run-out.tsx';
import { useNow } from '../kit/use-now.ts';
import { AnswerKeys } from '../softphone/call/answer-keys.tsx';
import { customerFacts, customerName } from '../softphone/words/customer.ts';
import { secondsLeft } from '../softphone/words/duration.ts';
import { lastContactWords } from '../softphone/words/last-contact.ts';
import { readableNumber } from '../softphone/words/number.ts';
import styles from './card.module.css';

export type RingingCardProps = { ring: RingView; bridge: CardBridge };

/** A call that rings here, over whatever the agent works with. */
export function RingingCard({ ring, bridge }: RingingCardProps) {
  const descriptionId = useId();
  const deafToKeys = useDeafToKeys();
  const now = useNow(1000, ring.until);
  const left = secondsLeft(ring.until, now);
  const name = customerName(ring.customer);
  const facts = customerFacts(ring.customer).join(' · ');
  const context = `${lastContactWords(ring.lastContact, now)} · ${readableNumber(ring.channel.name)}`;
  return (
    <section
      className={styles.ringing}
      role="alertdialog"
      aria-label="Incoming call"
      aria-describedby={descriptionId}
      {...deafToKeys}
    >
      <div className={styles.runOut}>
        <RunOut from={ring.from} until={ring.until} secondsLeft={left} />
      </div>
      <div className={styles.who} id={descriptionId}>
        <Avatar name={name} size={40} />
        <div className={styles.words}>
          <div className={styles.caller}>
            <Name>{name}</Name>
          </div>
          <div className={styles.fact} title={facts}>
            {facts}
          </div>
        </div>
        <span className={styles.countdown} aria-hidden="true">
          {left} s
        </span>
      </div>
      <div className={styles.why}>
        <UserCheck size={16} />
        <div className={styles.fact} title={ring.reason}>
          {ring.reason === '' ? null : (
            <>
              <b>Rings for you:</b> {ring.reason}
            </>
          )}
        </div>
        <div className={styles.fact} title={context}>
          <bdi>{context}</bdi>
        </div>
      </div>
      <div className={styles.keys}>
        <AnswerKeys ring={ring} command={bridge.command} />
      </div>
    </section>
  );
}
