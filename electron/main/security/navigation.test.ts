import { expect, test } from 'vitest';
import { mayOpenOutside } from './navigation.ts';

test.each([
  ['https://help.example/', true],
  ['mailto:help@example.com', true],
  ['http://help.example/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['ms-settings:privacy', false],
  ['not an address', false],
])('%s opens outside: %s', (address, opens) => {
  expect(mayOpenOutside(address)).toBe(opens);
});
