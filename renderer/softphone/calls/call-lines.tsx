import { useMemo } from 'react';
import { LongList, type LongRow } from '../../kit/long-list.tsx';
import type { ListLine } from './by-day.ts';
import styles from './call-lines.module.css';
import { CallRow } from './call-row.tsx';

export type CallLinesProps = {
  label: string;
  lines: readonly ListLine[];
  count: number;
  /** How many calls were fetched to find these. */
  fetched: number;
  now: number;
  openedId: string | null;
  onOpen: (callId: string) => void;
  /** The last rows are near: older calls will be wanted. */
  onNearEnd: () => void;
};

function toRow(line: ListLine): LongRow {
  if (line.kind === 'day') return { key: `day ${line.title}`, id: null, height: 32 };
  return { key: line.call.callId, id: line.call.callId, height: 52 };
}

/** Calls under their days. */
export function CallLines({ lines, count, now, ...list }: CallLinesProps) {
  const rows = useMemo(() => lines.map(toRow), [lines]);
  return (
    <LongList {...list} rows={rows}>
      {(index, place) => {
        const line = lines[index];
        if (line === undefined) return null;
        return line.kind === 'day' ? (
          <div key={`day ${line.title}`} className={styles.day} role="presentation" style={place.style}>
            {line.title}
          </div>
        ) : (
          <CallRow
            key={line.call.callId}
            call={line.call}
            now={now}
            position={line.position + 1}
            count={count}
            place={place}
          />
        );
      }}
    </LongList>
  );
}
