import { expect, test } from 'vitest';
import { availabilityPicks, pickedId } from './availability-options.ts';

const now = new Date(2026, 10, 20, 14, 30).getTime();
const texts = (reasons: string[]) => {
  const { options, groups } = availabilityPicks(reasons, now);
  return [options, ...groups.map((group) => group.options)].map((some) => some.map(({ text }) => text));
};

test('the plain ones come first, then what Away is for, then the times', () => {
  expect(texts(['Lunch'])).toEqual([
    ['Available', 'Busy', 'Break', 'Away'],
    ['Lunch'],
    ['For 15 minutes', 'For 1 hour', expect.stringMatching(/^Until tomorrow, 8:00|08:00/), 'Until a time…'],
  ]);
  expect(availabilityPicks([], now).groups.map(({ title }) => title)).toEqual(['Do not disturb']);
});

test('no two of them are the same, whatever an admin calls a reason', () => {
  const { options, groups } = availabilityPicks(['away', 'Break', 'available'], now);
  const ids = [...options, ...groups.flatMap((group) => group.options)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what holds now is ticked, unless it has a time', () => {
  expect(pickedId({ kind: 'away', reason: 'Lunch', missed: false })).toBe('away for Lunch');
  expect(pickedId({ kind: 'busy' })).toBe('busy');
  expect(pickedId({ kind: 'doNotDisturb', until: now })).toBeNull();
});
