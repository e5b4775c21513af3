import { expect, test } from 'vitest';
import { Losses } from './losses.ts';
import { historyInMemory, historyLost, settingsLost } from './words.ts';

test('what was lost is told until it is put away, also to a window that comes later', () => {
  const losses = new Losses();
  losses.add(settingsLost('/data/settings.unreadable.json'));
  const told: string[][] = [];
  losses.start((open) => void told.push(open.map(({ code }) => code)));
  losses.add(historyInMemory);
  losses.putAway('settings.unreadable');
  expect(told).toEqual([['settings.unreadable', 'history.inMemory'], ['history.inMemory']]);
  expect(losses.get()).toEqual([historyInMemory]);
});

test('of two losses of a kind the later one stands', () => {
  const losses = new Losses();
  losses.add(historyLost('corrupt', '/data/first.sqlite'));
  losses.add(historyLost('corrupt', '/data/second.sqlite'));
  expect(losses.get().map(({ sentence }) => sentence)).toEqual([expect.stringContaining('/data/second.sqlite')]);
});
