import { expect, it } from 'vitest';
import { mayCallOut } from './countries.ts';

it('is the country of the number that counts, where it is known', () => {
  expect(mayCallOut('US', 'production')).toBe(false);
  expect(mayCallOut('ID', 'production')).toBe(true);
  expect(mayCallOut(null, 'production')).toBe(true);
});

it("lets Meta's test numbers call", () => {
  expect(mayCallOut('US', 'testNumber')).toBe(true);
});
