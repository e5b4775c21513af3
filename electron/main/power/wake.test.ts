import { EventEmitter } from 'node:events';
import { beforeEach, expect, test } from 'vitest';
import type { DeskView } from '../../../src/contract/window/view.ts';
import { listeningLog, readyView, ring } from '../testing/samples.ts';
import { setupWake } from './wake.ts';

let power: EventEmitter;
let view: DeskView;
let time: number;
let reconnects: number;

beforeEach(() => {
  power = new EventEmitter();
  view = readyView;
  time = 0;
  reconnects = 0;
  const desk = { getView: () => view, reconnect: () => void reconnects++ };
  setupWake({ powerMonitor: power, desk, log: listeningLog(), now: () => time });
});

test('after a sleep the connection is made anew, once', () => {
  power.emit('resume');
  expect(reconnects).toBe(1);
  time = 4_000;
  power.emit('unlock-screen');
  expect(reconnects).toBe(1);
  power.emit('resume');
  expect(reconnects).toBe(2);
});

test('behind a lock it may have slept without a word', () => {
  power.emit('lock-screen');
  expect(reconnects).toBe(0);
  power.emit('unlock-screen');
  expect(reconnects).toBe(1);
});

test('a call that rings is not risked for whoever unlocks to answer it', () => {
  view = { ...readyView, ring };
  power.emit('unlock-screen');
  expect(reconnects).toBe(0);
});
