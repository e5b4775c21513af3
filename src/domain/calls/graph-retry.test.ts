import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Attempt, afterAttempt } from './graph-retry.ts';

const sentOnce = fc.constantFrom('connect' as const, 'pre_accept' as const, 'accept' as const);
const harmless = fc.constantFrom('reject' as const, 'terminate' as const);

it('never repeats connect, pre_accept or accept that may have arrived', () => {
  fc.assert(
    fc.property(sentOnce, fc.integer({ min: 1, max: 20 }), (action, attempts) => {
      const move = afterAttempt(action, attempts, { status: 'unknown' });
      expect(move).toEqual({ kind: 'tell', result: { status: 'unknown' } });
    }),
  );
});

it('repeats terminate and reject, and whatever certainly did not arrive', () => {
  expect(afterAttempt('terminate', 1, { status: 'unknown' })).toEqual({ kind: 'again', after: 250 });
  expect(afterAttempt('accept', 2, { status: 'notSent' })).toEqual({ kind: 'again', after: 500 });
  expect(afterAttempt('connect', 1, { status: 'notSent' })).toEqual({ kind: 'again', after: 250 });
  expect(afterAttempt('accept', 1, { status: 'refused', code: '130429' })).toEqual({ kind: 'again', after: 250 });
});

it('comes to an end, with an answer', () => {
  const attempt = fc.constantFrom<Attempt>(
    { status: 'refused', code: '4' },
    { status: 'notSent' },
    { status: 'unknown' },
  );
  fc.assert(
    fc.property(fc.oneof(sentOnce, harmless), fc.array(attempt, { minLength: 8, maxLength: 8 }), (what, attempts) => {
      expect(attempts.some((one, index) => afterAttempt(what, index + 1, one).kind === 'tell')).toBe(true);
    }),
  );
});
