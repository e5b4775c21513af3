import { expect, test } from 'vitest';
import { dewiCompleted } from '../../host/fake-calls.ts';
import { dayTitle } from '../words/when.ts';
import { byDay } from './by-day.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
const call = (callId: string, calledAt: number) => ({ ...dewiCompleted, callId, calledAt });

test('each day has one heading, and calls keep their order', () => {
  const calls = [call('c', at(20, 13)), call('b', at(20, 9)), call('a', at(19, 23))];
  expect(byDay(calls, at(20, 14)).map((line) => (line.kind === 'day' ? line.title : line.call.callId))).toEqual([
    dayTitle(at(20, 14), at(20, 14)),
    'c',
    'b',
    dayTitle(at(19, 14), at(20, 14)),
    'a',
  ]);
});

test('nothing makes no headings', () => {
  expect(byDay([], at(20, 14))).toEqual([]);
});
