import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Found, FoundLimit, PermissionFact } from './fact.ts';
import { asksLeft, callsLeft } from './limits.ts';
import { day, productionRules as rules, week } from './rules.ts';

const hour = day / 24;
const asked = (at: number): PermissionFact => {
  const key = `asked/${at}`;
  return { key, at, kind: 'asked', requestId: key, agentId: null, by: 'message' };
};
const called = (at: number): PermissionFact => ({ key: `call/${at}`, at, kind: 'calledCustomer', answered: true });
const looked = (at: number, found: Partial<Found>): PermissionFact => {
  const nothing: Found = { permission: { kind: 'none' }, asks: [], calls: [] };
  return { key: `looked/${at}`, at, kind: 'looked', found: { ...nothing, ...found } };
};
const counted = (period: number, max: number, used: number, until: number | null = null): FoundLimit => {
  return { period, max, used, until };
};

describe("Meta's count", () => {
  it('goes before ours as soon as it is known, whether it is more or less, and what was done since is added', () => {
    const hours = (min: number, max: number) => fc.uniqueArray(fc.integer({ min, max }), { maxLength: 5 });
    const some = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(hours(30, 167), hours(168, 190), some, some, (before, since, used, more) => {
        const max = used + more;
        const look = looked(168 * hour, { asks: [counted(day, 99, 0), counted(week, max, used)] });
        const facts = [...before, ...since].map((at) => asked(at * hour));
        // Nothing has fallen out of the week yet.
        const { left } = asksLeft([...facts, look], 191 * hour, rules);
        expect(left).toBe(Math.max(0, max - used - since.length));
      }),
    );
  });

  it('frees at once what only we have counted', () => {
    expect(asksLeft([asked(0)], hour, rules)).toEqual({ max: 1, left: 0, nextAt: day });
    const none = [counted(day, 1, 0), counted(week, 2, 0)];
    expect(asksLeft([asked(0), looked(hour, { asks: none })], hour, rules)).toEqual({ max: 1, left: 1, nextAt: null });
    const again = [asked(0), looked(hour, { asks: none }), asked(2 * hour)];
    expect(asksLeft(again, 3 * hour, rules)).toEqual({ max: 1, left: 0, nextAt: day + 2 * hour });
  });

  it('is less again when one of ours in it falls out of the period', () => {
    const facts = [asked(0), looked(6 * day, { asks: [counted(day, 1, 0), counted(week, 2, 1)] }), asked(6.5 * day)];
    expect(asksLeft(facts, 6.9 * day, rules)).toMatchObject({ left: 0, nextAt: 7.5 * day });
    expect(asksLeft(facts, 7.5 * day, rules)).toMatchObject({ left: 1 });
  });

  it('holds for as long as what others did may count, or until Meta says', () => {
    const full = [called(0), looked(hour, { calls: [counted(day, 5, 5)] })];
    expect(callsLeft(full, 2 * hour, rules)).toEqual({ max: 5, left: 0, nextAt: day });
    const told = [called(0), looked(hour, { calls: [counted(day, 5, 5, 3 * hour)] })];
    expect(callsLeft(told, 2 * hour, rules)).toEqual({ max: 5, left: 0, nextAt: 3 * hour });
    const tooMany = [0, 1, 2, 3, 4, 5].map((n) => called(n));
    expect(callsLeft([...tooMany, looked(hour, { calls: [counted(day, 5, 5, 3 * hour)] })], 3 * hour, rules).left).toBe(
      1,
    );
  });
});

describe('what Meta does not allow, for a reason that it does not name', () => {
  it('is not left until the next look', () => {
    const none = { max: 100, left: 0, nextAt: null };
    const barred = [called(0), looked(hour, { barred: ['calls'] })];
    expect(callsLeft(barred, 2 * hour, rules)).toEqual(none);
    expect(callsLeft(barred, 9 * week, rules)).toEqual(none);
    expect(callsLeft([...barred, looked(3 * hour, { barred: [] })], 3 * hour, rules).left).toBe(99);
    expect(callsLeft([...barred, looked(3 * hour, { barred: ['asks'] })], 3 * hour, rules).left).toBe(99);
    expect(asksLeft(barred, 2 * hour, rules).left).toBe(1);
  });
});
