import { expect, test } from 'vitest';
import { clockWords } from './words.ts';

test.each([
  [-3_600_000, '1 hour behind'],
  [-3_590_000, '1 hour behind'],
  [7 * 3_600_000 + 40_000, '7 hours ahead'],
  [90 * 60_000, '2 hours ahead'],
  [75 * 60_000, '75 minutes ahead'],
  [-61_000, '1 minute behind'],
  [-95_000, '2 minutes behind'],
  [3 * 86_400_000, '3 days ahead'],
  [25 * 3_600_000, '1 day ahead'],
])('%s ms', (ahead, words) =>
  expect(clockWords(ahead)).toBe(`This computer’s clock is ${words}. Calls work; times shown may be wrong.`),
);
