import { expect, it } from 'vitest';
import { limitWords } from './limit.ts';

it('counts down from two minutes on', () => {
  expect(limitWords({ until: 1_000_000, minutes: 30 }, 879_999)).toBeNull();
  expect(limitWords({ until: 1_000_000, minutes: 30 }, 895_000)).toBe(
    'Ends in 1:45: the limit of a call here is 30 minutes.',
  );
  expect(limitWords({ until: 1_000_000, minutes: 1 }, 999_001)).toBe(
    'Ends in 0:01: the limit of a call here is 1 minute.',
  );
  expect(limitWords({ until: 1_000_000, minutes: 0.2 }, 1_000_500)).toBe(
    'Ends in 0:00: the limit of a call here is 12 seconds.',
  );
});
