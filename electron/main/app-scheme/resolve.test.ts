import { resolve, sep } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageAddress } from './address.ts';
import { resolveAddress } from './resolve.ts';

const root = resolve('/srv/pages');

test('a page is a file of the built folder, whatever is asked after it', () => {
  expect(resolveAddress(`${pageAddress('softphone')}?a=1#b`, root)).toEqual({
    status: 'file',
    path: resolve(root, 'softphone.html'),
    page: 'softphone.html',
  });
  expect(resolveAddress('app://voice.ringdesk/assets/a%20b.js', root)).toMatchObject({ page: `assets${sep}a b.js` });
});

test.each([
  ['https://ringdesk/softphone.html', 'notOurs'],
  ['app://elsewhere/softphone.html', 'notOurs'],
  ['app://ringdesk.evil/softphone.html', 'notOurs'],
  ['app://ringdesk/..%2f..%2fetc%2fpasswd', 'escapes'],
  ['app://ringdesk/', 'escapes'],
  ['app://ringdesk/%00', 'malformed'],
  ['app://ringdesk/..%5c..%5cwindows', 'malformed'],
  ['app://ringdesk/%zz', 'malformed'],
  ['nonsense', 'notOurs'],
])('%s is refused: %s', (address, reason) => {
  expect(resolveAddress(address, root)).toEqual({ status: 'refused', reason });
});

test('law: no address ever names a file outside the folder', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '/',
    '//',
    '\\',
    '%5c',
    '%00',
    'a',
    '%252e',
    'C:',
    '?',
    '#',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 }))), (pieces) => {
      const resolved = resolveAddress(`app://ringdesk/${pieces.join('')}`, root);
      if (resolved.status === 'file') expect(resolve(resolved.path).startsWith(root + sep)).toBe(true);
    }),
  );
});
