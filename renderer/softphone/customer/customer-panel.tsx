import { useEffect, useState } from 'react';
import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import { laterNote } from '../../../src/domain/calls/call-note.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { historyRevisionOf, notesOf } from '../../host/selectors.ts';
import { useNow } from '../../kit/use-now.ts';
import type { CallAtHand } from '../call/call-at-hand.tsx';
import { NoteField } from '../call/note-field.tsx';
import { OutcomeIcon } from '../calls/outcome-icon.tsx';
import { isFailure, outcomeDetail, outcomeWords } from '../words/outcome.ts';
import { exactWhen, shortWhen } from '../words/when.ts';
import styles from './customer-panel.module.css';
import { Person } from './person.tsx';

/** How many earlier calls are shown. */
const shownCalls = 10;

type CustomerPanelProps = CallAtHand & {
  /** Their own page stands beside it, which says the rest. */
  onlyNotes: boolean;
};

/** Who is on the line, beside the call: what was written in earlier calls, and what is written in this one. */
export function CustomerPanel({ callId, customer, onlyNotes }: CustomerPanelProps) {
  return (
    <aside className={styles.panel} aria-label="Customer">
      {onlyNotes ? null : <Person customer={customer} linked />}
      <NoteField key={callId} callId={callId} />
      {onlyNotes ? null : <EarlierCalls callId={callId} customer={customer} />}
    </aside>
  );
}

function EarlierCalls({ callId, customer }: CallAtHand) {
  const earlier = useEarlierCalls(customer.id, callId);
  const now = useNow(60_000);
  if (earlier === null) return null;
  return (
    <section className={styles.earlier} aria-label="Earlier calls">
      <h3>Earlier calls</h3>
      {earlier.length === 0 ? <p className={styles.none}>No earlier call here.</p> : null}
      <ol>
        {earlier.map((call) => (
          <EarlierCall key={call.callId} call={call} now={now} />
        ))}
      </ol>
    </section>
  );
}

function EarlierCall({ call, now }: { call: CallRecord; now: number }) {
  const here = useDesk(notesOf)[call.callId] ?? null;
  const note = laterNote(here, call.note)?.text ?? '';
  const detail = outcomeDetail(call);
  return (
    <li className={styles.call} data-failure={isFailure(call) || undefined}>
      <OutcomeIcon call={call} />
      <span className={styles.outcome} title={call.sentence ?? undefined}>
        <b>{outcomeWords[call.outcome]}</b>
        {detail === null ? null : ` · ${detail}`}
      </span>
      <time title={exactWhen(call.calledAt)}>{shortWhen(call.calledAt, now)}</time>
      {note === '' ? null : (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
    </li>
  );
}

/** Null until they are known; none that can be had are none. */
function useEarlierCalls(customerId: string, callId: string): CallRecord[] | null {
  const { listHistory } = useHost();
  const revision = useDesk(historyRevisionOf);
  const [earlier, setEarlier] = useState<CallRecord[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision says that the history is another.
  useEffect(() => {
    let isWanted = true;
    listHistory({ customerId, limit: shownCalls + 1 }).then(
      ({ calls }) => {
        if (isWanted) setEarlier(calls.filter((call) => call.callId !== callId).slice(0, shownCalls));
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [listHistory, customerId, callId, revision]);
  return earlier;
}
