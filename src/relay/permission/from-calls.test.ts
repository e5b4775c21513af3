import { describe, expect, it } from 'vitest';
import type { MetaCode } from '../../domain/calls/code.ts';
import { instantIn, refusedFact } from './from-calls.ts';

const now = Date.UTC(2026, 5, 1, 12);
const later = Date.UTC(2026, 5, 1, 17, 30);

describe('the next allowed time', () => {
  it.each([
    ['ISO 8601', 'The next call is allowed at 2026-06-01T17:30:00Z', later],
    ['with parts of a second', 'allowed at 2026-06-01T17:30:00.000Z.', later],
    ['without seconds', 'allowed at 2026-06-01T17:30Z', later],
    ['without a zone: UTC', 'allowed at 2026-06-01 17:30:00', later],
    ['of another zone', 'allowed at 2026-06-02T00:30:00+07:00', later],
    ['of another zone, without its colon', 'allowed at 2026-06-01 13:30:00-0400', later],
    ['Unix seconds', `You can call again after ${later / 1000}.`, later],
    ['past', 'allowed at 2026-06-01T11:59:59Z', null],
    ['now', 'allowed at 2026-06-01T12:00:00Z', null],
    ['of no day', 'allowed at 2026-13-41T17:30:00Z', null],
    ['a number that is no time', 'Limit of 100 calls to 4917012345678 reached', null],
    ['words alone', 'Try again later', null],
    ['nothing', null, null],
  ])('%s', (_, details, at) => {
    expect(instantIn(details, now)).toBe(at);
  });
});

describe('a refusal of Meta', () => {
  const details = `The next one is allowed at ${new Date(later).toISOString()}`;
  const refused = (code: MetaCode, said: string | null = details) =>
    refusedFact(
      'key',
      { status: 'refused', code, httpStatus: 400, details: said, subcode: null, fbtraceId: null },
      now,
    );

  it.each([
    ['138006', 'noPermission'],
    ['138009', 'askLimit'],
    ['138012', 'callLimit'],
    ['138017', 'permanentAlready'],
  ] as const)('%s is a fact: %s', (code, why) => {
    expect(refused(code)).toEqual({ key: 'key', at: now, kind: 'refused', why, until: later });
    expect(refused(code, null)).toEqual({ key: 'key', at: now, kind: 'refused', why, until: null });
  });

  it.each(['138000', '138003', '131026', '0'] as const)('%s says nothing about permission', (code) => {
    expect(refused(code)).toBeNull();
  });
});
