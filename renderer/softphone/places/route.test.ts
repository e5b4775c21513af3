import { expect, test } from 'vitest';
import { readRoute, readSearch, writeRoute } from './route.ts';

test('an address names a place and perhaps a call', () => {
  expect(readRoute('#/missed')).toEqual({ place: 'missed', callId: null });
  expect(readRoute('#/history/wacid.HBg%2F%3D%3D')).toEqual({ place: 'history', callId: 'wacid.HBg/==' });
});

test('an unknown or broken address leads to the calls', () => {
  expect(readRoute('')).toEqual({ place: 'calls', callId: null });
  expect(readRoute('#/tickets')).toEqual({ place: 'calls', callId: null });
  expect(readRoute('#/calls/%E0%A4%A')).toEqual({ place: 'calls', callId: null });
});

test('what is written is read again', () => {
  const route = { place: 'calls' as const, callId: 'wacid.HBg/==' };
  expect(readRoute(writeRoute(route))).toEqual(route);
});

test('a customer may be opened to be asked for permission', () => {
  const route = { place: 'customers' as const, callId: 'c/1', asksOn: '4366/1' };
  expect(readRoute(writeRoute(route))).toEqual(route);
});

test('what a place is to be searched for stands behind it', () => {
  expect(readRoute('#/customers?search=%2B6281')).toEqual({ place: 'customers', callId: null });
  expect(readSearch('#/customers?search=%2B6281')).toBe('+6281');
  expect(readSearch('#/customers')).toBe('');
});
