import { expect, test } from 'vitest';
import { daysAgo, whenWords } from './when.ts';

const { comingWhen, dayTitle, exactWhen, shortWhen, timeOfDay } = whenWords(['en-GB']);

// Local times, so that the test holds in any time zone.
const at = (day: number, hour: number, minute: number, year = 2026) =>
  new Date(year, 10, day, hour, minute, 5).getTime();
const now = at(20, 14, 30);

test('a row shows the time today, the weekday within a week, the date before', () => {
  expect(shortWhen(at(20, 13, 58), now)).toBe('13:58');
  expect(shortWhen(at(19, 18, 40), now)).toBe('Thu 18:40');
  expect(shortWhen(at(12, 9, 0), now)).toBe('12 Nov');
  expect(shortWhen(at(12, 9, 0, 2025), now)).toBe('12 Nov 2025');
});

test('what lies ahead has its day, unless that is today', () => {
  expect(comingWhen(at(20, 15, 30), now)).toBe('15:30');
  expect(comingWhen(at(21, 10, 0), now)).toBe('tomorrow, 10:00');
  expect(comingWhen(at(22, 10, 0), now)).toBe('Sun 10:00');
  expect(comingWhen(at(27, 10, 0), now)).toBe('Fri 27 Nov, 10:00');
});

test('days are counted by the calendar, not by 24 hours', () => {
  expect(daysAgo(at(19, 23, 59), at(20, 0, 1))).toBe(1);
  expect(daysAgo(at(20, 0, 1), at(20, 23, 59))).toBe(0);
});

test('days have the names people use', () => {
  expect(dayTitle(at(20, 0, 1), now)).toBe('Today');
  expect(dayTitle(at(19, 23, 59), now)).toBe('Yesterday');
  expect(dayTitle(at(17, 10, 0), now)).toBe('Tuesday 17 November');
  expect(dayTitle(at(17, 10, 0, 2025), now)).toBe('Monday, 17 November 2025');
});

test('the exact time goes to the second', () => {
  expect(exactWhen(at(19, 14, 26))).toBe('Thursday, 19 November 2026, 14:26:05');
});

test('dates and times are written as the computer writes them', () => {
  const german = whenWords(['de-DE', 'en']);
  expect(german.exactWhen(at(19, 14, 26))).toBe('Donnerstag, 19. November 2026, 14:26:05');
  expect(german.shortWhen(at(12, 9, 0), now)).toBe('12. Nov.');
  expect(german.dayTitle(at(20, 0, 1), now)).toBe('Heute');
  expect(german.nearDay(at(19, 18, 40), now)).toBe('gestern');
  expect(german.nearDay(at(18, 18, 40), now)).toBeNull();
  const american = whenWords(['en-US']);
  expect(american.timeOfDay(at(20, 13, 58))).toMatch(/^1:58\sPM$/);
  expect(american.dayTitle(at(17, 10, 0), now)).toBe('Tuesday, November 17');
  expect(timeOfDay(at(20, 13, 58))).toBe('13:58');
});
