import { expect, test } from 'vitest';
import { aboutThisPage } from './about.ts';

test('a page knows its browser and system as far as they say', () => {
  const chrome =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
  expect(aboutThisPage(chrome)).toMatchObject({
    runtimes: [{ name: 'Chromium', version: '156.0.0.0' }],
    deskName: 'Browser',
    system: 'X11; Linux x86_64',
  });
  expect(aboutThisPage('').runtimes).toEqual([]);
});
