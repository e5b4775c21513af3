import type { ListedCustomer } from '../../../src/contract/api/customers.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Badge } from '../../kit/badge.tsx';
import { ListRow, type ListRowProps } from '../../kit/list-row.tsx';
import { customerFacts, customerName } from '../words/customer.ts';
import { amount } from '../words/locale.ts';
import { exactWhen, shortWhen } from '../words/when.ts';

type CustomerRowProps = Pick<ListRowProps, 'place' | 'position' | 'count'> & { listed: ListedCustomer; now: number };

export function CustomerRow({ listed: { customer, seenAt, tags, unread }, now, ...where }: CustomerRowProps) {
  const name = customerName(customer);
  return (
    <ListRow
      {...where}
      lead={<Avatar name={name} size={32} />}
      name={name}
      end={
        <>
          <time title={exactWhen(seenAt)}>{shortWhen(seenAt, now)}</time>
          <Badge count={unread} />
        </>
      }
      description={unread > 0 ? `${amount(unread)} unread` : undefined}
    >
      {[...tags, ...customerFacts(customer)].join(' · ')}
    </ListRow>
  );
}
