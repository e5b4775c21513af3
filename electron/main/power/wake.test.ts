import { EventEmitter } from 'node:events';
import { beforeEach, expect, test } from 'vitest';
import type { DeskView } from '../../../src/contract/window/view.ts';
import { listeningLog, readyView, ring } from '../testing/samples.ts';
import { setupWake } from './wake.ts';

let power: EventEmitter;
let view: DeskView;
let time: number;
let done: string[];

beforeEach(() => {
  power = new EventEmitter();
  view = readyView;
  time = 0;
  done = [];
  const desk = {
    getView: () => view,
    reconnect: () => void done.push('reconnect'),
    prove: () => void done.push('prove'),
    setAwake: (awake: boolean) => void done.push(awake ? 'awake' : 'asleep'),
  };
  setupWake({ powerMonitor: power, desk, log: listeningLog(), now: () => time });
});

test('the relay learns of a sleep, and after it everything is made anew, once', () => {
  power.emit('suspend');
  power.emit('resume');
  expect(done.splice(0)).toEqual(['asleep', 'awake']);
  time = 4_000;
  power.emit('unlock-screen');
  expect(done.splice(0)).toEqual(['prove']);
  power.emit('resume');
  expect(done).toEqual(['awake']);
});

test('behind a lock it may have slept without a word', () => {
  power.emit('lock-screen');
  expect(done).toEqual([]);
  power.emit('unlock-screen');
  expect(done).toEqual(['reconnect', 'prove']);
});

test('a call that rings is not risked for whoever unlocks to answer it', () => {
  view = { ...readyView, ring };
  power.emit('unlock-screen');
  expect(done).toEqual([]);
});
