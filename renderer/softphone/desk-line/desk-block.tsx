import CircleAlert from 'lucide-react/icons/circle-alert';
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone';
import PhoneMissed from 'lucide-react/icons/phone-missed';
import type { Seat } from '../../../src/contract/desk/socket.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { callOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { useNow } from '../../kit/use-now.ts';
import { roughly } from '../words/duration.ts';
import { exactWhen, timeOfDay } from '../words/when.ts';
import styles from './desk-block.module.css';
import { wayBack } from './desk-state.ts';
import { useDeskState } from './use-desk-state.ts';

/** The desk line when it has more to say than a line: what is wrong, what to do, and the button that does it. */
export function DeskBlock() {
  const host = useHost();
  const state = useDeskState();
  const call = useDesk(callOf);
  // In a call the call's place says what is wrong; the call does not move for it.
  if (state.kind === 'line' || (call !== null && state.kind === 'notReady')) return null;
  if (state.kind === 'elsewhere') return <Elsewhere seat={state.seat} />;
  if (state.kind === 'missedAway') return <MissedAway />;
  return (
    <section className={styles.block} data-tone="notReady" role="alert">
      <CircleAlert size={20} />
      <div>
        <h2>{state.title}</h2>
        <p>
          {state.sentence} Meanwhile calls ring at your colleagues.
          <Since instant={state.since} />
        </p>
        {state.mend === null ? null : (
          <div className={styles.mend}>
            <Button size="main" onPress={() => void host.command({ kind: 'proveAgain' })}>
              {state.mend}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** Nobody chose this: it says why, and one press undoes it. */
function MissedAway() {
  const host = useHost();
  return (
    <section className={styles.block} data-tone="moved" role="status">
      <PhoneMissed size={20} />
      <div>
        <h2>You were set Away because a call was missed</h2>
        <p>Calls ring at your colleagues until you are back.</p>
        <div className={styles.mend}>
          <Button size="main" onPress={() => void host.command(wayBack.command)}>
            {wayBack.word}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Since({ instant }: { instant: number }) {
  const now = useNow(1000, instant);
  return (
    // The seconds are for the eye: read out each second they would drown everything else.
    <span className={styles.since} aria-hidden="true">
      {' '}
      <time title={exactWhen(instant)}>
        Since {timeOfDay(instant)}, {roughly(now - instant)}.
      </time>
    </span>
  );
}

function Elsewhere({ seat }: { seat: Exclude<Seat, { status: 'held' }> }) {
  const host = useHost();
  const since = <time title={exactWhen(seat.at)}>{timeOfDay(seat.at)}</time>;
  return (
    <section className={styles.block} data-tone="moved" role="status">
      <MonitorSmartphone size={20} />
      <div>
        <h2>
          {seat.status === 'moved' ? 'You moved to' : 'You are at'} <bdi>{seat.deskName}</bdi>{' '}
          {seat.status === 'moved' ? 'at' : 'since'} {since}
        </h2>
        <p>Calls ring there. Here you can read; nothing is lost.</p>
        <div className={styles.mend}>
          <Button
            size="main"
            onPress={() => void host.command({ kind: 'takeOver' })}
            why={seat.onCall ? 'You are on a call there. You can take over as soon as it ends.' : null}
          >
            Take over here
          </Button>
        </div>
      </div>
    </section>
  );
}
