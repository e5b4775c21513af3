import type { CallRecord } from '../../../src/contract/desk/socket.ts';

/** What a call is found by: the customer's names and digits. What nearly every call shares (channel, agent) would only slow it down. */
export function searchText(call: CallRecord): string {
  const { name, username, phone } = call.customer;
  return [name, username, phone === null ? null : digits(phone)]
    .filter((word) => word !== null && word !== '')
    .join('\n')
    .toLowerCase();
}

/**
 * The words that all have to be found. What looks like a number is sought as its digits, without the zeros that it begins with at home
 * or abroad: "0812-345" finds +62 812 345….
 */
export function searchWords(search: string): string[] {
  const text = search.trim();
  if (/^\+?[\d\s().\-/]*\d[\d\s().\-/]*$/.test(text)) {
    const number = digits(text).replace(/^0+/, '');
    return number === '' ? [] : [number];
  }
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
