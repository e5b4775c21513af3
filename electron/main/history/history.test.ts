import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { aSummary } from '../../../src/desk/testing/samples.ts';
import { budi, listeningLog, record } from '../testing/samples.ts';
import { History } from './history.ts';
import { migrate } from './schema.ts';

const noon = Date.UTC(2026, 10, 20, 12);
let folder: string;
let file: string;
let log: ReturnType<typeof listeningLog>;
/** What the person was told that it is gone. */
let lost: string[];
const open = () => new History(file, { log, lost: ({ code }) => void lost.push(code), now: () => noon });
const ids = (page: { calls: { callId: string }[] }) => page.calls.map((call) => call.callId);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringdesk-history-'));
  file = join(folder, 'history.sqlite');
  log = listeningLog();
  lost = [];
});

test('a call comes back as it was, after a restart too', () => {
  const calls = [
    record({ callId: 'c1', calledAt: noon }),
    record({
      callId: 'c2',
      calledAt: noon + 1,
      outcome: 'missed',
      startedAt: null,
      durationSeconds: 0,
      agentName: null,
    }),
  ];
  const history = open();
  expect(history.newestEndedAt()).toBe(0);
  for (const call of calls) history.record(call);
  history.close();
  const again = open();
  expect(again.list({})).toEqual({ calls: calls.toReversed(), more: false });
  expect(again.newestEndedAt()).toBe(noon + 1 + 63_000);
});

test('how a call sounded comes back, and a file from before this was kept goes on', () => {
  const before = new Database(file);
  migrate(before, 2);
  before.close();
  const history = open();
  const heard = record({ callId: 'c1', calledAt: noon, quality: aSummary });
  history.record(heard);
  expect(history.list({}).calls).toEqual([heard]);
  expect(log.lines).toEqual([]);
});

test('what was written about a call comes back, and a file from before notes goes on', () => {
  const before = new Database(file);
  migrate(before, 3);
  before.close();
  const history = open();
  const noted = record({ callId: 'c1', calledAt: noon, note: { text: 'Two boxes.', version: 3 } });
  history.record(noted);
  const stranger = record({ callId: 'c2', calledAt: noon + 1, customer: { ...budi, id: 'ID.9' } });
  history.record(stranger);
  expect(history.list({}).calls).toEqual([stranger, noted]);
  expect(history.list({ customerId: budi.id }).calls).toEqual([noted]);
});

test('the same call again replaces itself, even at another time', () => {
  const history = open();
  history.record(record({ callId: 'c1', calledAt: noon }));
  history.record(record({ callId: 'c1', calledAt: noon + 5, outcome: 'disconnected', code: '138000' }));
  expect(history.list({}).calls).toMatchObject([{ callId: 'c1', outcome: 'disconnected', calledAt: noon + 5 }]);
  expect(ids(history.list({ search: 'budi' }))).toEqual(['c1']);
});

test('it is found by name, by part of a name, by username and by the number in any writing', () => {
  const history = open();
  history.record(record({ callId: 'budi', calledAt: noon }));
  const rafa = { id: 'ID.2', name: null, username: '@rafa.moto', phone: null, country: null };
  history.record(record({ callId: 'rafa', calledAt: noon + 1, customer: rafa }));
  const jose = { ...budi, id: 'ID.3', name: 'José "100%" Ñandú', phone: '+5491133445566' };
  history.record(record({ callId: 'jose', calledAt: noon + 2, customer: jose }));
  const found = (search: string) => ids(history.list({ search }));
  expect(found('santo')).toEqual(['budi']);
  expect(found('BUDI san')).toEqual(['budi']);
  expect(found('0812-3456 7890')).toEqual(['budi']);
  expect(found('+62 (812) 345')).toEqual(['budi']);
  expect(found('rafa.m')).toEqual(['rafa']);
  expect(found('jose')).toEqual(['jose']);
  expect(found('"100%"')).toEqual(['jose']);
  expect(found('bu')).toEqual(['budi']);
  expect(found('nobody')).toEqual([]);
  expect(found('  ')).toEqual(['jose', 'rafa', 'budi']);
  expect(found('" OR 1=1 --')).toEqual([]);
});

test('law: page after page, every call comes once, newest first, however many share an instant', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(12), { maxLength: 60 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom(undefined, 'budi', 'bu'),
      (instants, limit, search) => {
        file = ':memory:';
        const history = open();
        instants.forEach((instant, index) => {
          history.record(record({ callId: `c${index}`, calledAt: noon + instant }));
        });
        const seen: { callId: string; calledAt: number }[] = [];
        let before: number | undefined;
        for (let more = true; more; ) {
          const page = history.list({
            limit,
            ...(before === undefined ? {} : { before }),
            ...(search === undefined ? {} : { search }),
          });
          seen.push(...page.calls);
          more = page.more;
          before = page.calls.at(-1)?.calledAt;
        }
        history.close();
        expect(new Set(seen.map((call) => call.callId)).size).toBe(instants.length);
        expect(seen.length).toBe(instants.length);
        expect(seen.map((call) => call.calledAt)).toEqual(instants.map((one) => noon + one).sort((a, b) => b - a));
      },
    ),
    { numRuns: 40 },
  );
});

test('missed calls are counted from an instant on, and who counts them is told of every call', () => {
  const history = open();
  const counts: number[] = [];
  history.onRecord(() => counts.push(history.missedSince(noon)));
  const missed = { outcome: 'missed', startedAt: null, durationSeconds: 0 } as const;
  history.record(record({ callId: 'c1', calledAt: noon - 5000, endedAt: noon, ...missed }));
  history.record(record({ callId: 'c2', calledAt: noon, endedAt: noon + 1, ...missed }));
  history.record(record({ callId: 'c3', calledAt: noon + 1, ...missed, outcome: 'outsideOfficeHours' }));
  history.record(record({ callId: 'c4', calledAt: noon + 2 }));
  history.record(record({ callId: 'c5', calledAt: noon + 3, ...missed, direction: 'outbound' }));
  expect(counts).toEqual([0, 1, 2, 2, 2]);
});

test('a file that is no database is kept aside, and a new history begins', () => {
  writeFileSync(file, 'this is not a database, and it is long enough to be looked at as one'.repeat(100));
  const history = open();
  history.record(record({ callId: 'c1', calledAt: noon }));
  expect(ids(history.list({}))).toEqual(['c1']);
  const aside = readdirSync(folder).find((name) => name.includes('unreadable')) ?? '';
  expect(readFileSync(join(folder, aside), 'utf8')).toContain('not a database');
  expect(log.lines).toMatchObject([{ level: 'error', facts: { reason: 'corrupt' } }]);
  expect(lost).toEqual(['history.corrupt']);
});

test('a history damaged while it is in use starts over, and the call is kept', () => {
  const before = open();
  for (let index = 0; index < 500; index += 1) before.record(record({ callId: `c${index}`, calledAt: noon + index }));
  before.close();
  const bytes = readFileSync(file);
  bytes.fill(0xff, 8192, bytes.length);
  writeFileSync(file, bytes);
  const history = open();
  history.record(record({ callId: 'new', calledAt: noon + 1000 }));
  expect(ids(history.list({}))).toEqual(['new']);
  expect(readdirSync(folder).some((name) => name.includes('unreadable'))).toBe(true);
  expect(lost).toEqual(['history.corrupt']);
});

test('a disk that refuses the file does not refuse the calls', () => {
  file = join(folder, 'missing', 'history.sqlite');
  const history = open();
  history.record(record({ callId: 'c1', calledAt: noon }));
  expect(ids(history.list({}))).toEqual(['c1']);
  expect(log.lines).toMatchObject([{ level: 'error', line: 'history in memory only' }]);
  expect(lost).toEqual(['history.inMemory']);
});

test('the file of a newer Ringdesk is left as it is', () => {
  open().close();
  const newer = new Database(file);
  newer.pragma('user_version = 99');
  newer.close();
  expect(open().list({}).calls).toEqual([]);
  expect(log.lines).toMatchObject([{ facts: { reason: 'newer' } }]);
  expect(lost).toEqual(['history.newer']);
});
