import { expect, test } from 'vitest';
import { initials } from './avatar.tsx';
import { levelPercent } from './meter.tsx';

test('initials are the first letters of two words', () => {
  expect(initials('Dewi Anggraini')).toBe('DA');
  expect(initials('Maria Fernanda Albuquerque')).toBe('MF');
  expect(initials('ñandú')).toBe('Ñ');
});

test('Arabic initials stand apart and skip the article', () => {
  expect(initials('نور الهدى')).toBe('ن ه');
});

test('a number or a username has no initials', () => {
  expect(initials('+62 812 5555 0142')).toBe('');
  expect(initials('@rafa.moto')).toBe('');
});

test('a level is as loud as an ear hears it', () => {
  expect(levelPercent(0)).toBe(0);
  expect(levelPercent(Number.NaN)).toBe(0);
  expect(levelPercent(0.001)).toBe(0);
  expect(levelPercent(0.1)).toBe(63);
  expect(levelPercent(1)).toBe(100);
  expect(levelPercent(7)).toBe(100);
});
