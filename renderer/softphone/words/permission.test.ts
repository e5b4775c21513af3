import { expect, test } from 'vitest';
import type { CustomerChannel } from '../../../src/contract/api/customers.ts';
import { leftWords, permissionOrigin, permissionWords, strikeWords, timeLeft } from './permission.ts';

const hour = 3_600_000;
const now = new Date(2026, 10, 21, 9, 0).getTime();

test('what is left is told in its two largest units', () => {
  expect(timeLeft(7 * 24 * hour)).toBe('7 days 0 h');
  expect(timeLeft(25 * hour)).toBe('1 day 1 h');
  expect(timeLeft(3 * hour + 12 * 60_000)).toBe('3 h 12 min');
  expect(timeLeft(125_000)).toBe('2 min 5 s');
  expect(timeLeft(-5)).toBe('0 s');
});

test('what is allowed, and whose word it is', () => {
  expect(permissionWords({ kind: 'permanent', since: now, by: 'profile' }, now)).toBe('Calls allowed for good');
  expect(permissionOrigin({ kind: 'permanent', since: now, by: 'callback' })).toContain('because the customer called');
  expect(permissionOrigin({ kind: 'none' })).toBeNull();
});

test('a limit that is reached says when it ends', () => {
  expect(leftWords({ max: 1, left: 1, nextAt: null }, now)).toBe('1 left');
  expect(leftWords({ max: 1, left: 0, nextAt: now + 23 * hour }, now)).toBe('None left, possible again in 23 hours');
});

test('unanswered calls in a row are counted against their limit', () => {
  const channel = (strikes: number) =>
    ({ standing: { strikes }, nudgedAfter: 2, revokedAfter: 4 }) as unknown as CustomerChannel;
  expect(strikeWords(channel(0))).toBe('None');
  expect(strikeWords(channel(1))).toBe('1 of 4 in a row');
  expect(strikeWords(channel(3))).toContain('WhatsApp has asked');
});
