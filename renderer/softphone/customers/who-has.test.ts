import { expect, test } from 'vitest';
import type { ListedCustomer } from '../../../src/contract/api/customers.ts';
import { whoHas } from './who-has.ts';

const number = '+6281555010200';
const listed = (id: string, phone: string | null): ListedCustomer => ({
  customer: { id, name: id, username: null, phone, country: null },
  seenAt: 1,
  tags: [],
  unread: 0,
});

test('the one whose number it is', () => {
  expect(whoHas(number, [listed('dewi', '+6281555010100'), listed('rafi', number)])).toBe('rafi');
});

test.each([
  ['nobody was found', []],
  ['the number is only a part of theirs', [listed('rafi', `${number}9`)]],
  ['it stands in a note about somebody without a number', [listed('rafi', null)]],
  ['two have it', [listed('rafi', number), listed('nour', number)]],
])('nobody, where %s', (_where, found) => {
  expect(whoHas(number, found)).toBeNull();
});
