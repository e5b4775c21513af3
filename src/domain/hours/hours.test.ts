import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hours, isWithin, nextBeginning, nextEnding } from './hours.ts';
import { readHours } from './read-hours.ts';

const read = (text: string): Hours => readHours(text) ?? { timeZone: 'UTC', spans: [] };
const jakarta = read('mon-fri 09:00-17:00, sat 10:00-14:00 Asia/Jakarta');
const at = (iso: string) => Date.parse(iso);

describe('hours', () => {
  it('are those of the place', () => {
    expect(isWithin(jakarta, at('2026-11-20T09:00:00+07:00'))).toBe(true);
    expect(isWithin(jakarta, at('2026-11-20T16:59:59+07:00'))).toBe(true);
    expect(isWithin(jakarta, at('2026-11-20T17:00:00+07:00'))).toBe(false);
    expect(isWithin(jakarta, at('2026-11-22T12:00:00+07:00'))).toBe(false);
  });

  it('begin again when they say, over a weekend and through the change of clocks', () => {
    expect(nextBeginning(jakarta, at('2026-11-21T14:00:30+07:00'))).toBe(at('2026-11-23T09:00:00+07:00'));
    const berlin = read('mon-fri 09:00-17:00 Europe/Berlin');
    expect(nextBeginning(berlin, at('2026-03-27T17:00:00+01:00'))).toBe(at('2026-03-30T09:00:00+02:00'));
    expect(nextBeginning(berlin, at('2026-10-23T17:00:00+02:00'))).toBe(at('2026-10-26T09:00:00+01:00'));
    expect(nextBeginning({ timeZone: 'UTC', spans: [] }, 0)).toBeNull();
  });

  it('may run into the next day and the next week', () => {
    const nights = read('fri-sun 22:00-06:00 UTC');
    expect(isWithin(nights, at('2026-11-23T05:59:00Z'))).toBe(true);
    expect(isWithin(nights, at('2026-11-23T06:00:00Z'))).toBe(false);
    expect(isWithin(read('mon-sun 00:00-24:00 UTC'), at('2026-11-23T23:59:00Z'))).toBe(true);
  });

  it('are closed until their next beginning, and open then', () => {
    const instants = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
    const hours = fc.constantFrom(
      jakarta,
      ...['Europe/Berlin', 'America/New_York'].map((zone) => read(`mon-fri 09:00-17:00 ${zone}`)),
    );
    fc.assert(
      fc.property(hours, instants, fc.double({ min: 0, max: 1, noNaN: true }), (week, now, share) => {
        fc.pre(!isWithin(week, now));
        const begins = nextBeginning(week, now) ?? Number.NaN;
        expect(begins).toBeGreaterThan(now);
        expect(isWithin(week, begins)).toBe(true);
        expect(isWithin(week, Math.min(begins - 1, now + Math.floor(share * (begins - now))))).toBe(false);
      }),
    );
  });

  it('hold until they end', () => {
    expect(nextEnding(jakarta, at('2026-11-20T09:00:00+07:00'))).toBe(at('2026-11-20T17:00:00+07:00'));
    expect(nextEnding(read('fri-sun 22:00-06:00 UTC'), at('2026-11-22T23:30:20Z'))).toBe(at('2026-11-23T06:00:00Z'));
    expect(nextEnding(read('sat 22:00-06:00 Europe/Berlin'), at('2026-10-24T22:00:00+02:00'))).toBe(
      at('2026-10-25T06:00:00+01:00'),
    );
    expect(nextEnding(jakarta, at('2026-11-22T12:00:00+07:00'))).toBeNull();
    const instants = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
    fc.assert(
      fc.property(instants, fc.double({ min: 0, max: 1, noNaN: true }), (now, share) => {
        fc.pre(isWithin(jakarta, now));
        const ends = nextEnding(jakarta, now) ?? Number.NaN;
        expect(isWithin(jakarta, Math.min(ends - 1, now + Math.floor(share * (ends - now))))).toBe(true);
        expect(isWithin(jakarta, ends)).toBe(false);
      }),
    );
  });

  it('are not read from anything else', () => {
    for (const text of [
      '',
      'always',
      'mon 09:00-17:00',
      'mon 9-17 UTC',
      'moon 09:00-17:00 UTC',
      'mon 09:70-17:00 UTC',
      'mon 09:00-25:00 UTC',
    ])
      expect(readHours(text), text).toBeNull();
  });
});
