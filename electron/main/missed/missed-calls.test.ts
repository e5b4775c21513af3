import { beforeEach, expect, test } from 'vitest';
import { readyView } from '../testing/samples.ts';
import { MissedCalls, missedWords } from './missed-calls.ts';

let ended: number[];
let shown: number[];
let inFront: boolean;
let seen: { missedSeenAt: number; keepMissedSeenAt: (instant: number) => void };
let missed: MissedCalls;

beforeEach(() => {
  ended = [500, 2000, 3000];
  shown = [];
  inFront = false;
  seen = {
    missedSeenAt: 1000,
    keepMissedSeenAt: (instant) => {
      seen.missedSeenAt = instant;
    },
  };
  missed = new MissedCalls({
    countSince: (instant) => ended.filter((at) => at > instant).length,
    seen,
    isSoftphoneInFront: () => inFront,
    show: (count) => shown.push(count),
    now: () => 9000,
  });
  missed.render(readyView);
});

test('it counts what was missed since the list was last seen', () => {
  expect(shown).toEqual([2]);
  ended.push(4000);
  missed.look();
  missed.look();
  expect(shown).toEqual([2, 3]);
});

test('they are seen when the list is in front of the person, not when it is open behind other windows', () => {
  missed.placeShown('missed');
  expect(shown).toEqual([2]);
  inFront = true;
  missed.look();
  expect(shown).toEqual([2, 0]);
  expect(seen.missedSeenAt).toBe(9000);
  inFront = false;
  missed.look();
  expect(shown).toEqual([2, 0]);
});

test('a call that is missed while the list is watched is no news', () => {
  inFront = true;
  missed.placeShown('missed');
  ended.push(8000);
  missed.look();
  missed.placeShown('history');
  expect(shown).toEqual([2, 0]);
});

test('who is signed out is shown none', () => {
  missed.render({ ...readyView, session: { status: 'signedOut', problem: null } });
  expect(shown).toEqual([2, 0]);
});

test('one is one call', () => {
  expect([missedWords(1), missedWords(2)]).toEqual(['1 missed call', '2 missed calls']);
});
