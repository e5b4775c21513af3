import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endOfSpan, morningHour, nextTimeOfDay, undisturbedSpans } from './undisturbed.ts';

const at = (day: number, hours: number, minutes = 0) => new Date(2026, 10, day, hours, minutes).getTime();
const anInstant = fc.date({ min: new Date(2020, 0, 1), max: new Date(2040, 0, 1), noInvalidDate: true });

it('ends a quarter of an hour, an hour, or a night later', () => {
  expect(endOfSpan('quarter', at(20, 14))).toBe(at(20, 14, 15));
  expect(endOfSpan('hour', at(20, 14))).toBe(at(20, 15));
  expect(endOfSpan('tomorrow', at(20, 14))).toBe(at(21, morningHour));
  expect(endOfSpan('tomorrow', at(20, 0))).toBe(at(21, morningHour));
});

it('takes a time that has passed today for the one of tomorrow', () => {
  expect(nextTimeOfDay(15, 30, at(20, 14))).toBe(at(20, 15, 30));
  expect(nextTimeOfDay(14, 0, at(20, 14))).toBe(at(21, 14));
});

it('always lies ahead, and within two days', () => {
  fc.assert(
    fc.property(
      anInstant,
      fc.constantFrom(...undisturbedSpans),
      fc.nat(23),
      fc.nat(59),
      (date, span, hours, minutes) => {
        const now = date.getTime();
        for (const end of [endOfSpan(span, now), nextTimeOfDay(hours, minutes, now)]) {
          expect(end).toBeGreaterThan(now);
          expect(end - now).toBeLessThan(2 * 24 * 60 * 60_000);
        }
      },
    ),
  );
});
