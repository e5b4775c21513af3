import { expect, test } from 'vitest';
import { listeningLog } from '../testing/samples.ts';
import { WantedPlaces } from './wanted-places.ts';

function story() {
  const done: string[] = [];
  const log = listeningLog();
  const places = new WantedPlaces();
  const start = () => places.start({ bringToFront: () => done.push('front'), tell: () => done.push('tell'), log });
  return { done, log, places, start };
}

test('a link brings the window forward, is taken once, and leaves no number in the log', () => {
  const { done, log, places, start } = story();
  start();
  places.openLink('tel:+6281234567890');
  expect(done).toEqual(['front', 'tell']);
  expect(places.take()).toEqual({ place: 'whoHas', number: '+6281234567890' });
  expect(places.take()).toBeNull();
  expect(log.lines).toHaveLength(1);
  expect(JSON.stringify(log.lines)).not.toContain('6281');
});

test('a link that starts the app waits for the window', () => {
  const { done, places, start } = story();
  places.openLink('ringdesk://call/0812');
  expect(done).toEqual([]);
  expect(places.take()).toBeNull();
  start();
  expect(done).toEqual(['front', 'tell']);
  expect(places.take()).toMatchObject({ place: 'nowhere', problem: { code: 'link.noCountry' } });
});

test('of two that wait, the later is meant', () => {
  const { places, start } = story();
  start();
  places.openLink('tel:+6281234567890');
  places.open({ place: 'missed' });
  expect(places.take()).toEqual({ place: 'missed' });
});
