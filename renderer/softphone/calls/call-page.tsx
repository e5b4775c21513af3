import ChevronLeft from 'lucide-react/icons/chevron-left';
import { type ReactNode, useEffect, useRef } from 'react';
import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import { useDesk } from '../../host/desk-store.ts';
import { agentOf } from '../../host/selectors.ts';
import { IconButton } from '../../kit/button.tsx';
import { NoteField } from '../call/note-field.tsx';
import { CallButton } from '../customer/call-button.tsx';
import { Person } from '../customer/person.tsx';
import { goTo, type ListPlace } from '../places/route.ts';
import { codeMeaning } from '../words/code-meaning.ts';
import { customerName } from '../words/customer.ts';
import { talkTime } from '../words/duration.ts';
import { readableNumber } from '../words/number.ts';
import { endedByWord, isFailure, outcomeWords } from '../words/outcome.ts';
import { soundOfCall } from '../words/quality.ts';
import { exactWhen } from '../words/when.ts';
import styles from './call-page.module.css';
import { OutcomeIcon } from './outcome-icon.tsx';

/** All that is known of one call, with exact times. */
export function CallPage({ call, place }: { call: CallRecord | null; place: ListPlace }) {
  const page = useRef<HTMLElement>(null);
  const callId = call?.callId ?? null;
  useEffect(() => {
    // Pushed over the list, the page takes the focus from it; beside it, the list keeps it, and so does what a person has gone on to.
    const holder = document.activeElement;
    const isFree = holder === null || holder === document.body || !holder.checkVisibility();
    if (callId !== null && isFree && window.matchMedia('(max-width: 959px)').matches) page.current?.focus();
  }, [callId]);
  if (call === null) return <p className={styles.nothing}>Choose a call to see all of it.</p>;
  const name = customerName(call.customer);
  const sound = soundOfCall(call);
  return (
    <section ref={page} tabIndex={-1} className={styles.page} aria-label={`Details of the call with ${name}`}>
      <div className={styles.back}>
        <IconButton label="Back" icon={<ChevronLeft size={16} />} onPress={() => goTo({ place, callId: null })} />
      </div>
      <Person customer={call.customer} linked />
      <div className={styles.actions}>
        <CallButton channel={call.channel} customer={call.customer} />
      </div>
      <div className={styles.outcome} data-failure={isFailure(call) || undefined}>
        <OutcomeIcon call={call} />
        {outcomeWords[call.outcome]}
        {call.sentence === null ? null : <span className={styles.sentence}>{call.sentence}</span>}
      </div>
      <dl className={styles.facts}>
        <Fact name="Direction">{call.direction === 'inbound' ? 'The customer called' : 'We called the customer'}</Fact>
        <Fact name="Channel">
          <bdi>{readableNumber(call.channel.name)}</bdi>
        </Fact>
        {call.agentName === null ? null : (
          <Fact name="Agent">
            <bdi>{call.agentName}</bdi>
          </Fact>
        )}
        <Fact name="Called">{exactWhen(call.calledAt)}</Fact>
        {call.startedAt === null ? null : <Fact name="Connected">{exactWhen(call.startedAt)}</Fact>}
        <Fact name="Ended">{exactWhen(call.endedAt)}</Fact>
        {call.durationSeconds === 0 ? null : <Fact name="Duration">{talkTime(call.durationSeconds)}</Fact>}
        {sound === null ? null : (
          <Fact name="Sound">
            {sound.words}
            <span className={styles.meaning}>{call.quality?.averageMos.toFixed(1)} of 4.5</span>
          </Fact>
        )}
        {call.endedBy === null ? null : <Fact name="Ended by">{endedByWord(call.endedBy)}</Fact>}
        {call.code === null ? null : (
          <Fact name="Code">
            {call.code}
            {codeMeaning(call.code) === null ? null : <span className={styles.meaning}>{codeMeaning(call.code)}</span>}
          </Fact>
        )}
      </dl>
      <Notes call={call} />
    </section>
  );
}

/** Whoever took the call may write; others read. */
function Notes({ call }: { call: CallRecord }) {
  const me = useDesk(agentOf);
  const isMine = me !== null && call.agentId === me.id;
  if (!isMine && (call.note?.text ?? '') === '') return null;
  return (
    <section className={styles.notes} aria-label="Notes">
      {isMine ? (
        <NoteField callId={call.callId} recorded={call.note} />
      ) : (
        <p className={styles.written} dir="auto">
          {call.note?.text}
        </p>
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
