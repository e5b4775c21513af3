import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../kit/button.tsx';
import { Combo } from '../../kit/combo.tsx';
import { Empty } from '../../kit/empty.tsx';
import { SearchField } from '../../kit/field.tsx';
import { LongList } from '../../kit/long-list.tsx';
import { Note } from '../../kit/note.tsx';
import styles from '../calls/calls-pane.module.css';
import { goTo } from '../places/route.ts';
import type { CustomerList } from './customer-list.ts';
import { CustomerRow } from './customer-row.tsx';
import { useLinkedNumber } from './use-linked-number.ts';

/** How long a pause in typing starts the search, in milliseconds. */
const pause = 150;
const rowHeight = 52;

type CustomersPaneProps = { list: CustomerList; openedId: string | null; now: number };

export function CustomersPane({ list, openedId, now }: CustomersPaneProps) {
  const { status, customers, more, search, tag, tags } = useStore(list.store);
  const [words, setWords] = useState(search);
  useLinkedNumber({ list, words, setWords, openedId });
  const rows = useMemo(
    () => customers.map(({ customer: { id } }) => ({ key: id, id, height: rowHeight })),
    [customers],
  );
  const loadMore = useCallback(() => void list.loadMore(), [list]);
  useEffect(() => {
    if (words.trim() === list.store.getState().search) return;
    const timer = setTimeout(() => void list.search(words), pause);
    return () => clearTimeout(timer);
  }, [words, list]);
  return (
    <section className={styles.pane} aria-label="Customers">
      <div className={styles.head}>
        <h2>Customers</h2>
        {tags.length === 0 && tag === null ? null : (
          <Combo
            label="Tag"
            look="small"
            options={[{ id: '', text: 'All tags' }, ...tags.map((one) => ({ id: one, text: one }))]}
            value={tag ?? ''}
            onChange={(id) => void list.filter(id === '' ? null : id)}
          />
        )}
      </div>
      <div className={styles.search}>
        <SearchField value={words} onChange={setWords} placeholder="Name, number, tag or note" />
      </div>
      {status === 'failed' ? (
        <div className={styles.note}>
          <Note tone="failure" action={<Button onPress={() => void list.refresh()}>Try again</Button>}>
            The customers cannot be fetched right now.
          </Note>
        </div>
      ) : null}
      {rows.length > 0 ? (
        <LongList
          label="Customers"
          rows={rows}
          fetched={customers.length}
          openedId={openedId}
          onOpen={(id) => goTo({ place: 'customers', callId: id })}
          onNearEnd={loadMore}
        >
          {(index, place) => {
            const listed = customers[index];
            if (listed === undefined) return null;
            const count = more ? -1 : customers.length;
            return (
              <CustomerRow
                key={listed.customer.id}
                listed={listed}
                now={now}
                position={index + 1}
                count={count}
                place={place}
              />
            );
          }}
        </LongList>
      ) : status === 'ready' ? (
        <NobodyHere searched={search !== '' || tag !== null} />
      ) : null}
    </section>
  );
}

function NobodyHere({ searched }: { searched: boolean }) {
  if (searched) return <Empty title="Nothing found.">Try fewer letters, or another part of the number.</Empty>;
  return <Empty title="No customers yet.">Whoever calls or writes appears here.</Empty>;
}
