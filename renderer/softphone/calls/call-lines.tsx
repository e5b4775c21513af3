import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
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

const callIdAt = (lines: readonly ListLine[], index: number): string | null => {
  const line = lines[index];
  return line?.kind === 'call' ? line.call.callId : null;
};

/** A list of any length: only the rows in sight are on the page. Arrows move, Home and End jump, Enter opens. */
export function CallLines({ label, lines, count, fetched, now, openedId, onOpen, onNearEnd }: CallLinesProps) {
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(openedId);
  const found = activeId === null ? -1 : lines.findIndex((_, index) => callIdAt(lines, index) === activeId);
  const active = found === -1 ? lines.findIndex((line) => line.kind === 'call') : found;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'day' ? 32 : 52),
    getItemKey: (index) => callIdAt(lines, index) ?? `day ${index}`,
    overscan: 8,
    // The active row stays on the page, or a screen reader would lose it.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(active) ? shown : [...shown, active].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page without a row for this list still leads to the next.
  useEffect(() => {
    if (lastShown >= lines.length - 20) onNearEnd();
  }, [lastShown, lines.length, fetched, onNearEnd]);

  const wasOpened = useRef(openedId);
  useEffect(() => {
    // Back from a call that was pushed over the list: the list has the focus again, at the same row.
    if (wasOpened.current !== null && openedId === null && document.activeElement === document.body) {
      scroller.current?.focus();
    }
    wasOpened.current = openedId;
  }, [openedId]);

  const moveTo = (index: number) => {
    const callId = callIdAt(lines, index);
    if (callId === null) return;
    setActiveId(callId);
    virtual.scrollToIndex(index);
  };
  const step = (from: number, by: 1 | -1) => {
    for (let index = from + by; index >= 0 && index < lines.length; index += by) {
      if (callIdAt(lines, index) !== null) return moveTo(index);
    }
  };
  const onKey = (key: string): boolean => {
    const callId = callIdAt(lines, active);
    if (key === 'ArrowDown') step(active, 1);
    else if (key === 'ArrowUp') step(active, -1);
    else if (key === 'Home') step(-1, 1);
    else if (key === 'End') step(lines.length, -1);
    else if ((key === 'Enter' || key === ' ') && callId !== null) onOpen(callId);
    else return false;
    return true;
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={active === -1 ? undefined : `${listId}-${active}`}
      onKeyDown={(event) => {
        if (onKey(event.key)) event.preventDefault();
      }}
    >
      <div className={styles.sheet} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const place = { transform: `translateY(${item.start}px)`, height: item.size };
          return line.kind === 'day' ? (
            <div key={item.key} className={styles.day} role="presentation" style={place}>
              {line.title}
            </div>
          ) : (
            <CallRow
              key={item.key}
              id={`${listId}-${item.index}`}
              call={line.call}
              now={now}
              position={line.position + 1}
              count={count}
              active={item.index === active}
              opened={line.call.callId === openedId}
              place={place}
              onOpen={() => {
                setActiveId(line.call.callId);
                onOpen(line.call.callId);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
