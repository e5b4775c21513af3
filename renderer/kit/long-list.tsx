import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './long-list.module.css';

/** A row as high as said, in CSS pixels; one without an id is a heading, which cannot be chosen. */
export type LongRow = { key: string; id: string | null; height: number };

/** Where a row stands, for whoever draws it. */
export type RowPlace = {
  elementId: string;
  active: boolean;
  opened: boolean;
  style: CSSProperties;
  onOpen: () => void;
};

export type LongListProps = {
  label: string;
  rows: readonly LongRow[];
  /** How many things were fetched to find these. */
  fetched: number;
  openedId: string | null;
  onOpen: (id: string) => void;
  /** The last rows are near: more will be wanted. */
  onNearEnd: () => void;
  /** Draws one row; it must wear the style and the element id. */
  children: (index: number, place: RowPlace) => ReactNode;
};

/** A list of any length: only the rows in sight are on the page. Arrows move, Home and End jump, Enter opens. */
export function LongList({ label, rows, fetched, openedId, onOpen, onNearEnd, children }: LongListProps) {
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(openedId);
  const idAt = (index: number) => rows[index]?.id ?? null;
  const found = activeId === null ? -1 : rows.findIndex((row) => row.id === activeId);
  const active = found === -1 ? rows.findIndex((row) => row.id !== null) : found;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rows[index]?.height ?? 0,
    getItemKey: (index) => rows[index]?.key ?? index,
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
    if (lastShown >= rows.length - 20) onNearEnd();
  }, [lastShown, rows.length, fetched, onNearEnd]);

  const wasOpened = useRef(openedId);
  useEffect(() => {
    // Back from what was pushed over the list: the list has the focus again, at the same row.
    if (wasOpened.current !== null && openedId === null && document.activeElement === document.body) {
      scroller.current?.focus();
    }
    wasOpened.current = openedId;
  }, [openedId]);

  const moveTo = (index: number) => {
    const id = idAt(index);
    if (id === null) return;
    setActiveId(id);
    virtual.scrollToIndex(index);
  };
  const step = (from: number, by: 1 | -1) => {
    for (let index = from + by; index >= 0 && index < rows.length; index += by) {
      if (idAt(index) !== null) return moveTo(index);
    }
  };
  const onKey = (key: string): boolean => {
    const id = idAt(active);
    if (key === 'ArrowDown') step(active, 1);
    else if (key === 'ArrowUp') step(active, -1);
    else if (key === 'Home') step(-1, 1);
    else if (key === 'End') step(rows.length, -1);
    else if ((key === 'Enter' || key === ' ') && id !== null) onOpen(id);
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
        {items.map(({ index, start, size }) => {
          const id = idAt(index);
          return children(index, {
            elementId: `${listId}-${index}`,
            active: index === active,
            opened: id !== null && id === openedId,
            style: { transform: `translateY(${start}px)`, height: size },
            onOpen: () => {
              if (id === null) return;
              setActiveId(id);
              onOpen(id);
            },
          });
        })}
      </div>
    </div>
  );
}
