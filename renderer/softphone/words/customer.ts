import type { Customer } from '../../../src/contract/desk/words.ts';
import { systemLanguages } from './locale.ts';
import { readableNumber } from './number.ts';

/** Countries as the first of `languages` calls them: `BR` → `Brazil`; null for a code that names no country. */
export const countryNames = (languages: readonly string[]) => {
  const regions = new Intl.DisplayNames([...languages, 'en'], { type: 'region' });
  return (code: string | null): string | null => {
    if (code === null || !/^[A-Z]{2}$/.test(code)) return null;
    const name = regions.of(code);
    return name === undefined || name === code ? null : name;
  };
};

export const countryName = countryNames(systemLanguages);

/** What the customer is called here: the name, else the username, else the number. */
export function customerName(customer: Customer): string {
  if (customer.name !== null && customer.name.trim() !== '') return customer.name;
  const username = usernameOf(customer);
  if (username !== null) return username;
  if (customer.phone !== null) return readableNumber(customer.phone);
  return 'Unknown customer';
}

/** `@rafa.moto`; null for a customer without one. */
export function usernameOf({ username }: Customer): string | null {
  return username === null || username === '' ? null : `@${username.replace(/^@/, '')}`;
}

/** What the customer calls themselves, where the company calls them otherwise. */
export function ownNameOf({ ownName }: Customer): string | null {
  return ownName === undefined || ownName.trim() === '' ? null : `“${ownName}” on WhatsApp`;
}

/** The second line under a name: number, country and the customer's own name, without repeating a number that is the name already. */
export function customerFacts(customer: Customer): string[] {
  const number = customer.phone === null ? 'Number not shared' : readableNumber(customer.phone);
  const country = countryName(customer.country);
  const facts = number === customerName(customer) ? [] : [number];
  const ownName = ownNameOf(customer);
  if (country !== null) facts.push(country);
  if (ownName !== null) facts.push(ownName);
  return facts;
}
