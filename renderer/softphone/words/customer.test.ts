import { beforeAll, expect, test } from 'vitest';
import type { Customer } from '../../../src/contract/desk/words.ts';
import { countryName, countryNames, customerFacts, customerName } from './customer.ts';
import { learnNumbers, readableNumber } from './number.ts';

beforeAll(learnNumbers);

const dewi: Customer = {
  id: 'ID.1',
  name: 'Dewi Anggraini',
  username: 'dewi',
  phone: '+6281255550142',
  country: 'ID',
};

test('the name comes first, then the username, then the number', () => {
  expect(customerName(dewi)).toBe('Dewi Anggraini');
  expect(customerName({ ...dewi, name: null })).toBe('@dewi');
  expect(customerName({ ...dewi, name: ' ', username: '@rafa.moto' })).toBe('@rafa.moto');
  expect(customerName({ ...dewi, name: null, username: null })).toBe('+62 812 5555 0142');
  expect(customerName({ ...dewi, name: null, username: null, phone: null })).toBe('Unknown customer');
});

test('numbers are grouped as in their country', () => {
  expect(readableNumber('+5511955500173')).toBe('+55 11 95550 0173');
  expect(readableNumber('+971505550118')).toBe('+971 50 555 0118');
  expect(readableNumber('not a number')).toBe('not a number');
});

test('facts say once that a number is not shared, and never repeat the name', () => {
  expect(customerFacts(dewi)).toEqual(['+62 812 5555 0142', countryName('ID')]);
  expect(customerFacts({ ...dewi, phone: null, country: null })).toEqual(['Number not shared']);
  expect(customerFacts({ ...dewi, name: null, username: null })).toEqual([countryName('ID')]);
});

test('countries have the names that this computer gives them, unknown codes have none', () => {
  const inEnglish = countryNames(['en-GB']);
  expect(inEnglish('AE')).toBe('United Arab Emirates');
  expect(inEnglish('ZZ')).toBe('Unknown Region');
  expect(inEnglish('br')).toBeNull();
  expect(inEnglish(null)).toBeNull();
  expect(countryNames(['de-DE'])('BR')).toBe('Brasilien');
});
