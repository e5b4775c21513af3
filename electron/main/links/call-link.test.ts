import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLink, readCallLink } from './call-link.ts';

test.each([
  'ringdesk://call/+6281234567890',
  'ringdesk://call/%2B6281234567890/',
  'RINGDESK://call/+62%20812-3456-7890?from=crm',
  'tel:+6281234567890',
  'tel:+62-812-3456-7890;ext=12',
  'tel:+62(812)3456.7890',
])('%s is a number', (address) => {
  expect(readCallLink(address)).toEqual({ status: 'number', number: '+6281234567890' });
});

test.each([
  ['tel:081234567890', 'link.noCountry'],
  ['ringdesk://call/81234567890', 'link.noCountry'],
  ['tel:7042;phone-context=example.com', 'link.noCountry'],
  ['tel:', 'link.noNumber'],
  ['tel:+', 'link.noNumber'],
  ['tel:+0812345678', 'link.noNumber'],
  ['tel:+62812345678901234', 'link.noNumber'],
  ['tel:*123%23', 'link.noNumber'],
  ['ringdesk://call/%zz', 'link.noNumber'],
  ['ringdesk://call/someone', 'link.noNumber'],
  ['ringdesk://settings', 'link.unknown'],
  ['https://example.com/+6281234567890', 'link.unknown'],
  [`tel:+62${' '.repeat(200)}81234567890`, 'link.unknown'],
])('%s is refused: %s', (address, code) => {
  expect(readCallLink(address)).toMatchObject({ status: 'refused', problem: { code } });
});

test('law: whatever a link holds, what comes out of it is a plain number or a sentence', () => {
  const address = fc.tuple(fc.constantFrom('tel:', 'ringdesk://call/', ''), fc.string()).map((parts) => parts.join(''));
  fc.assert(
    fc.property(address, (given) => {
      const link = readCallLink(given);
      if (link.status === 'number') expect(link.number).toMatch(/^\+[1-9]\d{6,14}$/);
      else expect(link.problem.sentence).toMatch(/\.$/);
    }),
  );
});

test('law: a number in any writing comes out as it is', () => {
  const digits = fc.stringMatching(/^[1-9]\d{6,14}$/);
  fc.assert(
    fc.property(digits, fc.constantFrom('-', ' ', '.', '%20'), (number, between) => {
      const written = [number.slice(0, 2), number.slice(2, 5), number.slice(5)].join(between);
      expect(readCallLink(`tel:+${written}`)).toEqual({ status: 'number', number: `+${number}` });
    }),
  );
});

test('a link is found wherever it stands in a command line', () => {
  expect(findLink(['ringdesk', '--hidden', 'tel:+6281', 'x'])).toBe('tel:+6281');
  expect(findLink(['ringdesk', '--url=tel:+6281'])).toBeNull();
});
