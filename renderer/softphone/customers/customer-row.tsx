import type { ListedCustomer } from '../../../src/contract/api/customers.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Badge } from '../../kit/badge.tsx';
import type { RowPlace } from '../../kit/long-list.tsx';
import { Name } from '../../kit/name.tsx';
import { customerFacts, customerName } from '../words/customer.ts';
import { amount } from '../words/locale.ts';
import { exactWhen, shortWhen } from '../words/when.ts';
import styles from './customer-row.module.css';

type CustomerRowProps = {
  listed: ListedCustomer;
  now: number;
  /** From 1. */
  position: number;
  /** -1: not known yet. */
  count: number;
  place: RowPlace;
};

export function CustomerRow({
  listed: { customer, seenAt, tags, unread },
  now,
  position,
  count,
  place,
}: CustomerRowProps) {
  const name = customerName(customer);
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
      aria-description={unread > 0 ? `${amount(unread)} unread` : undefined}
      data-active={place.active || undefined}
      style={place.style}
      onClick={place.onOpen}
    >
      <Avatar name={name} size={32} />
      <div className={styles.names}>
        <div className={styles.name}>
          <Name>{name}</Name>
        </div>
        <div className={styles.second}>{[...tags, ...customerFacts(customer)].join(' · ')}</div>
      </div>
      <div className={styles.last}>
        <time className={styles.when} title={exactWhen(seenAt)}>
          {shortWhen(seenAt, now)}
        </time>
        <Badge count={unread} />
      </div>
    </div>
  );
}
