import type { ListedCustomer } from '../../../src/contract/api/customers.ts';

/**
 * The customer whose number this is, among those whom a search for it found: the search finds parts of numbers, notes and tags too.
 * Null where nobody has it, or more than one: then a person chooses.
 *
 * @param number E.164 with `+`
 */
export function whoHas(number: string, found: readonly ListedCustomer[]): string | null {
  const [holder, ...others] = found.filter(({ customer }) => customer.phone === number);
  return holder === undefined || others.length > 0 ? null : holder.customer.id;
}
