import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mosOfRating, ratingOf } from './e-model.ts';
import { hearOn, type Quality } from './quality.ts';
import { type Counters, heardMos, type Reading, readingBetween, sentMos } from './reading.ts';
import { soundOf, summaryOf } from './tally.ts';
import { barsOf, type Trouble, troubles, type Verdict } from './watch.ts';

const fine: Reading = {
  seconds: 1,
  heardPackets: 50,
  heardLoss: 0,
  sentLoss: 0,
  heardJitterMs: 4,
  sentJitterMs: 4,
  bufferMs: 60,
  roundTripMs: 80,
  heardLevel: 0.1,
  sentLevel: 0.1,
};
const bad: Record<Trouble, Partial<Reading>> = {
  microphoneSilent: { sentLevel: 0 },
  minePoor: { sentLoss: 0.3 },
  customerPoor: { heardLoss: 0.3 },
  customerSilent: { heardLevel: 0 },
};

function listen(readings: Partial<Reading>[], microphoneOn = true) {
  const verdicts: Verdict[] = [];
  let quality: Quality | null = null;
  for (const reading of readings) {
    quality = hearOn(quality, { ...fine, ...reading }, microphoneOn);
    verdicts.push(quality.watch.verdict);
  }
  return { verdicts, last: verdicts.at(-1), quality };
}
const times = (count: number, reading: Partial<Reading> = {}) => Array.from({ length: count }, () => reading);

const share = fc.double({ min: 0, max: 1, noNaN: true });
const ms = fc.double({ min: 0, max: 5_000, noNaN: true });
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const aReading: fc.Arbitrary<Reading> = fc.record({
  seconds: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
  heardPackets: fc.nat(60),
  heardLoss: orNull(share),
  sentLoss: orNull(share),
  heardJitterMs: orNull(ms),
  sentJitterMs: orNull(ms),
  bufferMs: orNull(ms),
  roundTripMs: orNull(ms),
  heardLevel: orNull(share),
  sentLevel: orNull(share),
});

describe('the E-model', () => {
  it('gives the scores that the standard gives', () => {
    expect(mosOfRating(93.2)).toBeCloseTo(4.41, 2);
    expect(mosOfRating(80)).toBeCloseTo(4.02, 1);
    expect(mosOfRating(50)).toBeCloseTo(2.58, 1);
    expect(mosOfRating(100)).toBe(4.5);
    expect(mosOfRating(0)).toBe(1);
  });

  it('law: a score is 1 to 4.5, whatever is known', () => {
    fc.assert(
      fc.property(aReading, (reading) => {
        for (const mos of [heardMos(reading), sentMos(reading)]) {
          expect(mos).toBeGreaterThanOrEqual(1);
          expect(mos).toBeLessThanOrEqual(4.5);
        }
      }),
    );
  });

  it('law: more delay or more loss never sounds better', () => {
    fc.assert(
      fc.property(ms, ms, share, share, (delayMs, later, loss, more) => {
        const mos = (delay: number, lost: number) => mosOfRating(ratingOf({ delayMs: delay, loss: lost }));
        expect(mos(delayMs + later, loss)).toBeLessThanOrEqual(mos(delayMs, loss) + 1e-9);
        expect(mos(delayMs, Math.min(1, loss + more))).toBeLessThanOrEqual(mos(delayMs, loss) + 1e-9);
      }),
    );
  });

  it('law: bars follow the score', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 4.5, noNaN: true }), share, (mos, more) => {
        expect(barsOf(mos + more)).toBeGreaterThanOrEqual(barsOf(mos));
      }),
    );
  });
});

describe('a reading', () => {
  const start: Counters = {
    at: 1_000,
    heardPackets: 100,
    heardLostPackets: 3,
    heardJitterMs: 5,
    bufferedMs: 480_000,
    bufferedSamples: 4_800,
    heardEnergy: 1,
    heardSeconds: 2,
    sentEnergy: null,
    sentSeconds: 0,
    roundTripMs: 90,
    sentLoss: null,
    sentJitterMs: null,
  };

  it('tells what happened between two looks', () => {
    const later = { ...start, at: 2_000, heardPackets: 145, heardLostPackets: 8, heardEnergy: 1.04, heardSeconds: 3 };
    const reading = readingBetween(start, { ...later, bufferedMs: 480_000 + 50 * 48_000, bufferedSamples: 52_800 });
    expect(reading).toMatchObject({ seconds: 1, heardPackets: 45, heardLoss: 0.1, roundTripMs: 90, sentLevel: null });
    expect(reading.bufferMs).toBeCloseTo(50);
    expect(reading.heardLevel).toBeCloseTo(0.2);
  });

  it('of a connection that counts anew knows little and claims nothing', () => {
    const reading = readingBetween(start, {
      ...start,
      at: 2_000,
      heardPackets: 0,
      heardLostPackets: 0,
      heardEnergy: 0,
    });
    expect(reading).toMatchObject({ heardPackets: 0, heardLoss: null, bufferMs: null, heardLevel: null });
  });
});

describe('the verdict', () => {
  it('is good on a good line, muted or not', () => {
    expect(listen(times(60)).verdicts.every((one) => one === 'good')).toBe(true);
    expect(listen(times(60, { sentLevel: 0 }), false).last).toBe('good');
  });

  it.each(troubles)('finds %s when it lasts, not when it blinks, and lets go of it', (trouble) => {
    const lasting = times(10, bad[trouble]);
    expect(listen(lasting).last).toBe(trouble);
    expect(listen([...lasting, ...times(5)]).last).toBe('good');
    const blinking = times(40).map((_, index) => (index % 2 === 0 ? bad[trouble] : {}));
    expect(listen(blinking).verdicts.every((one) => one === 'good')).toBe(true);
    const interrupted = times(40).map((_, index) => (index % 8 === 0 && trouble.endsWith('Poor') ? {} : bad[trouble]));
    expect(
      listen([...lasting, ...interrupted])
        .verdicts.slice(10)
        .every((one) => one === trouble),
    ).toBe(true);
  });

  it('names the gravest', () => {
    expect(listen(times(10, { ...bad.customerPoor, ...bad.microphoneSilent })).last).toBe('microphoneSilent');
    expect(listen([...times(10, bad.customerPoor), ...times(6, { ...bad.customerPoor, ...bad.minePoor })]).last).toBe(
      'minePoor',
    );
  });

  it('does not call a customer silent of whom nothing arrives', () => {
    expect(listen(times(30, { heardLevel: 0, heardPackets: 0 })).last).toBe('good');
  });

  it('law: what went away does not come back within its patience', () => {
    const second = aReading.map((reading) => ({ ...reading, seconds: 1 }));
    const lines = fc.array(
      fc.tuple(fc.oneof(second, fc.constantFrom(...troubles.map((one) => bad[one]), {})), fc.nat(8)),
    );
    fc.assert(
      fc.property(lines, (runs) => {
        const { verdicts } = listen(runs.flatMap(([reading, count]) => times(count, reading)));
        verdicts.forEach((verdict, index) => {
          if (verdict === 'good' || verdicts[index + 1] !== 'good') return;
          expect(verdicts.slice(index + 1, index + 3)).not.toContain(verdict);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('law: after half a minute of a good line everything is good', () => {
    fc.assert(
      fc.property(fc.array(aReading, { maxLength: 60 }), (readings) => {
        expect(listen([...readings, ...times(30)]).last).toBe('good');
      }),
    );
  });
});

describe('the summary', () => {
  it('law: worst ≤ average ≤ 4.5, and no more trouble than time', () => {
    fc.assert(
      fc.property(fc.array(aReading, { minLength: 1, maxLength: 80 }), (readings) => {
        const { quality } = listen(readings);
        const summary = quality && summaryOf(quality.tally);
        if (summary === null) throw new Error('nothing was measured');
        expect(summary.worstMos).toBeLessThanOrEqual(summary.averageMos + 1e-9);
        expect(summary.averageMos).toBeLessThanOrEqual(4.5);
        const troubled = troubles.reduce((sum, trouble) => sum + summary.troubled[trouble], 0);
        expect(troubled).toBeLessThanOrEqual(summary.seconds + 1e-9);
      }),
    );
  });

  it('says what spoilt a call, and forgives a moment', () => {
    const sound = (readings: Partial<Reading>[]) => {
      const summary = summaryOf(listen(readings).quality?.tally ?? expect.fail('nothing was heard'));
      return summary && soundOf(summary);
    };
    expect(sound(times(60))).toBe('good');
    expect(sound([...times(100), ...times(5, bad.customerPoor)])).toBe('good');
    expect(sound([...times(20), ...times(20, bad.customerPoor)])).toBe('customerPoor');
    expect(sound(times(60, bad.customerSilent))).toBe('good');
  });

  it('counts a sleep of the machine as a moment', () => {
    expect(listen([{ seconds: 3_600, ...bad.customerPoor }]).last).toBe('good');
  });
});
