import { expect, it } from 'vitest';
import {
  asked,
  blank,
  callUsage,
  connected,
  DAY,
  granted,
  limitsOf,
  mayAsk,
  permissionAt,
  struck,
  windowOpen,
} from './permission-ledger.ts';

const limits = limitsOf.production;

it('allows one request a day and two a week, until a call connects', () => {
  let ledger = asked(blank, 0);
  expect(mayAsk(ledger, limits, DAY - 1)).toBe('limitReached');
  expect(mayAsk(ledger, limits, DAY)).toBe('allowed');
  ledger = asked(ledger, DAY);
  expect(mayAsk(ledger, limits, 3 * DAY)).toBe('limitReached');
  expect(mayAsk(ledger, limits, 7 * DAY)).toBe('allowed');
  expect(mayAsk(connected(ledger, 'user', 3 * DAY), limits, 3 * DAY)).toBe('allowed');
});

it('needs no request where permission is permanent', () => {
  expect(mayAsk(granted(blank, { kind: 'permanent' }), limits, 0)).toBe('permanentExists');
});

it('lets a temporary permission lapse without a word', () => {
  const ledger = granted(blank, { kind: 'temporary', expiresAt: 100 });
  expect(permissionAt(ledger, 99).kind).toBe('temporary');
  expect(permissionAt(ledger, 100).kind).toBe('none');
});

it('takes permission back at the fourth call in vain in a row', () => {
  let ledger = granted(blank, { kind: 'permanent' });
  for (const expected of [false, false, false, true]) {
    const step = struck(ledger, limits);
    expect(step.revoked).toBe(expected);
    ledger = step.ledger;
  }
  expect(ledger.permission.kind).toBe('none');
});

it('counts connected calls of a day and says when the next is allowed', () => {
  let ledger = blank;
  for (let at = 0; at < 100; at += 1) ledger = connected(ledger, 'business', at);
  expect(callUsage(ledger, limits, 1_000)).toEqual({ used: 100, max: 100, freeAt: DAY });
});

it('keeps the service window open for a day', () => {
  const ledger = connected(blank, 'user', 0);
  expect([windowOpen(ledger, DAY - 1), windowOpen(ledger, DAY)]).toEqual([true, false]);
});
