import { expect, test } from 'vitest';
import { fakeHistory } from '../../host/fake-calls.ts';
import { anyOutcome, callsOf } from './place-calls.ts';

const calls = fakeHistory(Date.UTC(2026, 10, 20, 14, 30));

test('the missed calls are those that customers made and nobody took', () => {
  expect(callsOf('missed', calls, anyOutcome).map((call) => call.outcome)).toEqual(['missed', 'allAgentsBusy']);
});

test('the history can be narrowed to one outcome', () => {
  expect(callsOf('history', calls, 'rejected')).toHaveLength(1);
  expect(callsOf('history', calls, anyOutcome)).toHaveLength(calls.length);
});
