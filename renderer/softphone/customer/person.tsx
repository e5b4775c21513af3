import type { Customer } from '../../../src/contract/desk/words.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Name } from '../../kit/name.tsx';
import { NumberLine } from '../calls/number-line.tsx';
import { countryName, customerName, usernameOf } from '../words/customer.ts';
import styles from './person.module.css';

/** A customer's name, number, username and country, to be read and copied. */
export function Person({ customer }: { customer: Customer }) {
  const name = customerName(customer);
  const username = usernameOf(customer);
  const facts = [username === name ? null : username, countryName(customer.country)].filter((fact) => fact !== null);
  return (
    <div className={styles.person}>
      <Avatar name={name} size={48} />
      <div className={styles.names}>
        <h2>
          <Name>{name}</Name>
        </h2>
        <NumberLine phone={customer.phone} />
        {facts.length === 0 ? null : <p className={styles.facts}>{facts.join(' · ')}</p>}
      </div>
    </div>
  );
}
