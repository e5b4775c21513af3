import type { ReactNode } from 'react';
import styles from './list-row.module.css';
import type { RowPlace } from './long-list.tsx';
import { Name } from './name.tsx';

export type ListRowProps = {
  place: RowPlace;
  /** From 1. */
  position: number;
  /** -1: not known yet. */
  count: number;
  /** An icon or a face. */
  lead: ReactNode;
  name: string;
  /** The second line. */
  children: ReactNode;
  /** Said in full of the second line, where it is more than fits. */
  title?: string | undefined;
  /** At the end: when it was, and what counts. */
  end: ReactNode;
  /** Said beside the words to who cannot see what the end shows. */
  description?: string | undefined;
  failure?: boolean;
};

/** A row of a long list that can be opened: whom it is about, something about it, and when. */
export function ListRow({ place, position, count, lead, name, children, title, end, ...rest }: ListRowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={place.elementId}
      className={styles.row}
      role="option"
      aria-selected={place.opened}
      aria-setsize={count}
      aria-posinset={position}
      aria-description={rest.description}
      data-active={place.active || undefined}
      data-failure={rest.failure || undefined}
      style={place.style}
      onClick={place.onOpen}
    >
      {lead}
      <div className={styles.names}>
        <div className={styles.name}>
          <Name>{name}</Name>
        </div>
        <div className={styles.second} title={title}>
          {children}
        </div>
      </div>
      <div className={styles.end}>{end}</div>
    </div>
  );
}
