import { expect, test } from 'vitest';
import { roughly, runningClock, secondsLeft, talkTime } from './duration.ts';

test('a running clock keeps its places', () => {
  expect(runningClock(0)).toBe('00:00');
  expect(runningClock(252.9)).toBe('04:12');
  expect(runningClock(3757)).toBe('1:02:37');
  expect(runningClock(-3)).toBe('00:00');
});

test('a finished call says its length without a leading zero', () => {
  expect(talkTime(48)).toBe('0:48');
  expect(talkTime(700)).toBe('11:40');
  expect(talkTime(3757)).toBe('1:02:37');
});

test('a rough length names its largest unit', () => {
  expect(roughly(24_900)).toBe('24 s');
  expect(roughly(38 * 60_000)).toBe('38 min');
  expect(roughly(2 * 3_600_000)).toBe('2 h');
  expect(roughly(80 * 3_600_000)).toBe('3 days');
});

test('the countdown shows the second that runs', () => {
  expect(secondsLeft(20_000, 0)).toBe(20);
  expect(secondsLeft(20_000, 1)).toBe(20);
  expect(secondsLeft(20_000, 19_001)).toBe(1);
  expect(secondsLeft(20_000, 20_000)).toBe(0);
  expect(secondsLeft(20_000, 31_000)).toBe(0);
});
