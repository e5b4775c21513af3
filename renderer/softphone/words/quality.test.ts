import { expect, it } from 'vitest';
import { qualityFacts } from './quality.ts';

it('says figures as people read them, and what is not known', () => {
  const quality = { verdict: 'good' as const, bars: 4 as const, mos: 4.37, roundTripMs: 83.4, heardLoss: 0.0123 };
  expect(qualityFacts({ ...quality, sentLoss: null, jitterMs: 3.6 }).map(({ value }) => value)).toEqual([
    '4.4 of 4.5',
    '83 ms',
    '1.2%',
    'not known yet',
    '4 ms',
  ]);
  expect(qualityFacts({ ...quality, heardLoss: 0, sentLoss: 0.25, jitterMs: null }).map(({ value }) => value)).toEqual([
    '4.4 of 4.5',
    '83 ms',
    '0%',
    '25%',
    'not known yet',
  ]);
});
