import type { CallView } from '../../../src/contract/window/view.ts';
import { useDesk } from '../../host/desk-store.ts';
import { callOf, ringOf } from '../../host/selectors.ts';
import { Announce } from '../../kit/announce.tsx';
import { Name } from '../../kit/name.tsx';
import { threePanes, useMedia } from '../../kit/use-media.ts';
import { customerFacts, customerName } from '../words/customer.ts';
import { useCallAtHand } from './call-at-hand.tsx';
import styles from './call-place.module.css';
import { useFocusThatStays } from './focus-that-stays.ts';
import { NoteField } from './note-field.tsx';
import { OnCall } from './on-call.tsx';
import { OverLine } from './over-line.tsx';
import { Ringing } from './ringing.tsx';

/** What a screen reader says of a call that gets somewhere. */
function progress({ phase, ringing }: CallView): string {
  if (phase === 'dialling') return ringing ? 'It rings at the customer.' : 'Calling.';
  return phase === 'onCall' ? 'On call.' : '';
}

/** The place of the call, under the top bar. It never moves while a call lives, whatever happens beneath. */
export function CallPlace() {
  const ring = useDesk(ringOf);
  const call = useDesk(callOf);
  const atHand = useCallAtHand();
  const isWide = useMedia(threePanes);
  const place = useFocusThatStays(ring?.ringId ?? call?.callId ?? null);
  return (
    <div ref={place} className={styles.place} tabIndex={-1}>
      {call === null ? null : <OnCall call={call} key={call.callId} />}
      {ring === null ? null : <Ringing ring={ring} key={ring.ringId} />}
      {call === null && ring === null ? <OverLine /> : null}
      {atHand === null || isWide ? null : (
        <section className={styles.note} aria-label="Notes of this call">
          {call === null ? (
            <div className={styles.whose}>
              <Name>{`Call with ${customerName(atHand.customer)}`}</Name>
            </div>
          ) : null}
          <NoteField key={atHand.callId} callId={atHand.callId} />
        </section>
      )}
      <Announce urgent>
        {ring === null
          ? ''
          : `Incoming call from ${[customerName(ring.customer), ...customerFacts(ring.customer).slice(-1)].join(', ')}.`}
      </Announce>
      <Announce>{call === null ? '' : call.muted ? 'You are muted.' : progress(call)}</Announce>
    </div>
  );
}
