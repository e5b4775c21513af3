import { expect, test } from 'vitest';
import { fakeViews } from '../fake-views.ts';
import { pageTitle } from './page-title.ts';

test('the tab says who calls, then who is on the line', () => {
  const views = fakeViews(0);
  expect(pageTitle(views.ready)).toBe('Ringdesk');
  expect(pageTitle(views.ringing)).toBe('Dewi Anggraini is calling');
  expect(pageTitle(views.onCall)).toBe('Dewi Anggraini, on call');
});
