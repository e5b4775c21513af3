import { expect, test } from 'vitest';
import type { CallsPage } from '../../../src/contract/api/session.ts';
import { dewiCompleted, longHistory } from '../../host/fake-calls.ts';
import { createFakeHost } from '../../host/fake-host.ts';
import { fakeViews } from '../../host/fake-views.ts';
import { createCallList, mergeCalls } from './call-list.ts';

const now = Date.UTC(2026, 10, 20, 14, 30);

test('older pages follow the newer ones without a gap or a repeat', async () => {
  const calls = longHistory(now, 250);
  const list = createCallList(createFakeHost(fakeViews(now).ready, calls).listHistory);
  await list.refresh();
  await list.loadOlder();
  await list.loadOlder();
  expect(list.store.getState().calls.map((call) => call.callId)).toEqual(calls.map((call) => call.callId));
  expect(list.store.getState().more).toBe(false);
});

test('a new call comes on top and what was fetched stays', async () => {
  const calls = longHistory(now, 150);
  const list = createCallList(createFakeHost(fakeViews(now).ready, calls).listHistory);
  await list.refresh();
  await list.loadOlder();
  calls.unshift({ ...dewiCompleted, callId: 'wacid.new', calledAt: now + 60_000 });
  await list.refresh();
  expect(list.store.getState().calls.at(0)?.callId).toBe('wacid.new');
  expect(list.store.getState().calls).toHaveLength(151);
  expect(list.store.getState().more).toBe(false);
});

test('the answer to an older search never shows', async () => {
  const answers: ((page: CallsPage) => void)[] = [];
  const list = createCallList(() => new Promise((resolve) => answers.push(resolve)));
  const first = list.search('de');
  const second = list.search('dewi');
  answers[1]?.({ calls: [dewiCompleted], more: false });
  answers[0]?.({ calls: [], more: true });
  await Promise.all([first, second]);
  expect(list.store.getState()).toMatchObject({ status: 'ready', calls: [dewiCompleted], more: false, search: 'dewi' });
});

test('a failure keeps what is there', async () => {
  let broken = false;
  const list = createCallList(async () => {
    if (broken) throw new Error('The relay is away.');
    return { calls: [dewiCompleted], more: false };
  });
  await list.refresh();
  broken = true;
  await list.refresh();
  expect(list.store.getState()).toMatchObject({ status: 'failed', calls: [dewiCompleted] });
});

test('of two versions of a call the fresh one stands', () => {
  const corrected = { ...dewiCompleted, durationSeconds: 260 };
  expect(mergeCalls([corrected], [dewiCompleted])).toEqual([corrected]);
});
