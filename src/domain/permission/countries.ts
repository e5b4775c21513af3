import type { LimitSet } from './rules.ts';

/** Numbers of the company from these countries cannot call customers; customers may be anywhere (Meta calling reference §10, June 2026). */
const withoutOutbound: ReadonlySet<string> = new Set(['US', 'CA', 'EG', 'VN', 'NG']);

/**
 * Whether WhatsApp lets a number of the company call customers at all.
 *
 * @param country of the number, ISO 3166 alpha-2; null where it is not known
 * @param limits Meta's public test numbers are American and call all the same
 */
export function mayCallOut(country: string | null, limits: LimitSet): boolean {
  return limits === 'testNumber' || country === null || !withoutOutbound.has(country);
}

export const noOutboundHere =
  'WhatsApp offers no calls to customers from numbers of this country. Customers can call this number.';
