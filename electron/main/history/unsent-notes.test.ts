import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listeningLog } from '../testing/samples.ts';
import { History } from './history.ts';
import { UnsentNotes } from './unsent-notes.ts';

let folder: string;
let history: History;

const open = () => new History(join(folder, 'history.sqlite'), { log: listeningLog(), lost: () => {}, now: Date.now });
const note = (text: string, version: number, agentId = 'a1') => ({ callId: 'c1', agentId, text, version });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringdesk-notes-'));
  history = open();
});
afterEach(() => {
  history.close();
  rmSync(folder, { recursive: true });
});

test('what was typed last is there after a restart, each agent’s own', () => {
  const notes = new UnsentNotes(history);
  notes.keep(note('Two', 1));
  notes.keep(note('Two boxes', 2));
  notes.keep(note('Tiga kotak', 1, 'a2'));
  history.close();
  history = open();
  expect(new UnsentNotes(history).unsent()).toEqual([note('Two boxes', 2), note('Tiga kotak', 1, 'a2')]);
});

test('what the relay has goes, what was typed since stays', () => {
  const notes = new UnsentNotes(history);
  notes.keep(note('Two boxes', 2));
  notes.drop(note('Two', 1));
  expect(notes.unsent()).toEqual([note('Two boxes', 2)]);
  notes.drop(note('Two boxes', 2));
  expect(notes.unsent()).toEqual([]);
});
