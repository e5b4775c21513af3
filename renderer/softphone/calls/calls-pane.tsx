import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { outcomes } from '../../../src/domain/calls/outcome.ts';
import { Button } from '../../kit/button.tsx';
import { Combo } from '../../kit/combo.tsx';
import { SearchField } from '../../kit/field.tsx';
import { Note } from '../../kit/note.tsx';
import { placeName } from '../places/rail.tsx';
import { goTo, type ListPlace } from '../places/route.ts';
import { amount } from '../words/locale.ts';
import { outcomeWords } from '../words/outcome.ts';
import { byDay } from './by-day.ts';
import { CallLines } from './call-lines.tsx';
import type { CallList } from './call-list.ts';
import styles from './calls-pane.module.css';
import { EmptyPlace } from './empty-place.tsx';
import { anyOutcome, callsOf, type OutcomeFilter } from './place-calls.ts';

/** How many calls are looked through for a few that belong here before it is asked whether to go on. */
const lookThrough = 1000;

/** How long a pause in typing starts the search, in milliseconds. */
const pause = 150;

const outcomeOptions = [
  { id: anyOutcome, text: 'Any outcome' },
  ...outcomes.map((outcome) => ({ id: outcome, text: outcomeWords[outcome] })),
];

export type CallsPaneProps = { place: ListPlace; list: CallList; openedId: string | null; now: number };

export function CallsPane({ place, list, openedId, now }: CallsPaneProps) {
  const { status, calls, more, search } = useStore(list.store);
  const [words, setWords] = useState('');
  const [outcome, setOutcome] = useState<OutcomeFilter>(anyOutcome);
  const [limit, setLimit] = useState(lookThrough);

  const shown = useMemo(() => callsOf(place, calls, outcome), [place, calls, outcome]);
  const lines = useMemo(() => byDay(shown, now), [shown, now]);

  const sifted = shown.length < calls.length;
  const pausesAt = sifted ? limit : Number.POSITIVE_INFINITY;
  const paused = more && calls.length >= pausesAt;
  const loadOlder = useCallback(() => {
    if (list.store.getState().calls.length < pausesAt) void list.loadOlder();
  }, [list, pausesAt]);

  useEffect(() => {
    if (words.trim() === list.store.getState().search) return;
    const timer = setTimeout(() => void list.search(words), pause);
    return () => clearTimeout(timer);
  }, [words, list]);

  return (
    <section className={styles.pane} aria-label={placeName(place)}>
      <div className={styles.head}>
        <h2>{placeName(place)}</h2>
        {place === 'history' ? (
          <Combo
            label="Outcome"
            look="small"
            options={outcomeOptions}
            value={outcome}
            onChange={(id) => setOutcome(outcomes.find((each) => each === id) ?? anyOutcome)}
          />
        ) : null}
      </div>
      <div className={styles.search}>
        <SearchField value={words} onChange={setWords} placeholder="Name or number" />
      </div>
      {status === 'failed' ? (
        <div className={styles.note}>
          <Note tone="failure" action={<Button onPress={() => void list.refresh()}>Try again</Button>}>
            The calls cannot be fetched right now.
          </Note>
        </div>
      ) : null}
      {lines.length > 0 ? (
        <CallLines
          label={placeName(place)}
          lines={lines}
          count={shown.length}
          fetched={calls.length}
          now={now}
          openedId={openedId}
          onOpen={(callId) => goTo({ place, callId })}
          onNearEnd={loadOlder}
        />
      ) : status === 'ready' && !more ? (
        <EmptyPlace place={place} searched={search !== '' || outcome !== anyOutcome} />
      ) : (
        <LookFurther looking={more && !paused} fetched={calls.length} loadOlder={loadOlder} />
      )}
      {paused ? (
        <div className={styles.note}>
          <Note action={<Button onPress={() => setLimit(calls.length + lookThrough)}>Look further back</Button>}>
            {`Looked through ${amount(calls.length)} calls.`}
          </Note>
        </div>
      ) : null}
    </section>
  );
}

/** The pages fetched so far hold nothing that belongs here: look into the next one. */
function LookFurther({ looking, fetched, loadOlder }: { looking: boolean; fetched: number; loadOlder: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came is a reason to ask for the next.
  useEffect(() => {
    if (looking) loadOlder();
  }, [looking, fetched, loadOlder]);
  return <p className={styles.looking}>{looking ? 'Looking…' : ''}</p>;
}
