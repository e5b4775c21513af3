import type { Customer } from '../../../src/contract/desk/words.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Name } from '../../kit/name.tsx';
import { NumberLine } from '../calls/number-line.tsx';
import { countryName, customerName } from '../words/customer.ts';
import styles from './person.module.css';

/** A customer's name, number and country, to be read and copied. */
export function Person({ customer }: { customer: Customer }) {
  const name = customerName(customer);
  const country = countryName(customer.country);
  return (
    <div className={styles.person}>
      <Avatar name={name} size={48} />
      <div className={styles.names}>
        <h2>
          <Name>{name}</Name>
        </h2>
        <NumberLine phone={customer.phone} />
        {country === null ? null : <p className={styles.country}>{country}</p>}
      </div>
    </div>
  );
}
