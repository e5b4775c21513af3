import type { Customer } from '../../../src/contract/desk/words.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Name } from '../../kit/name.tsx';
import { NumberLine } from '../calls/number-line.tsx';
import { writeRoute } from '../places/route.ts';
import { countryName, customerName, ownNameOf, usernameOf } from '../words/customer.ts';
import styles from './person.module.css';

/**
 * A customer's name, number, username and country, to be read and copied.
 *
 * @param linked the name leads to all that is known of them
 */
export function Person({ customer, linked = false }: { customer: Customer; linked?: boolean }) {
  const name = customerName(customer);
  const username = usernameOf(customer);
  const facts = [ownNameOf(customer), username === name ? null : username, countryName(customer.country)].filter(
    (fact) => fact !== null,
  );
  return (
    <div className={styles.person}>
      <Avatar name={name} size={48} />
      <div className={styles.names}>
        <h2>
          {linked ? (
            <a href={writeRoute({ place: 'customers', callId: customer.id })} title="Show this customer">
              <Name>{name}</Name>
            </a>
          ) : (
            <Name>{name}</Name>
          )}
        </h2>
        <NumberLine phone={customer.phone} />
        {facts.length === 0 ? null : <p className={styles.facts}>{facts.join(' · ')}</p>}
      </div>
    </div>
  );
}
