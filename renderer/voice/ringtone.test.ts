import fc from 'fast-check';
import { expect, it } from 'vitest';
import { peakOf } from './levels.ts';
import { gainAt, ringtoneBar } from './ringtone.ts';

it('rings softly, without clipping, and loops without a click', () => {
  const bar = ringtoneBar(48_000);
  expect(peakOf(bar)).toBeGreaterThan(0.1);
  expect(peakOf(bar)).toBeLessThan(0.5);
  expect(bar[0]).toBe(0);
  expect(bar.at(-1)).toBe(0);
  const steps = bar.slice(1).map((sample, index) => sample - (bar[index] ?? 0));
  expect(peakOf(steps)).toBeLessThan(0.05);
});

it('rings as before at the usual volume, is silent at none, and never clips', () => {
  const peak = peakOf(ringtoneBar(48_000));
  expect(gainAt(0.7)).toBeCloseTo(1, 1);
  expect(gainAt(0)).toBe(0);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (volume) => {
      expect(peak * gainAt(volume)).toBeLessThan(1);
    }),
  );
});
