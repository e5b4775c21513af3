import { expect, test } from 'vitest';
import { dewiCompleted } from '../../host/fake-calls.ts';
import { codeMeaning } from './code-meaning.ts';
import { endedByWord, isFailure, isMissed, outcomeDetail } from './outcome.ts';

test('a completed call says how long, a broken one after how long', () => {
  expect(outcomeDetail(dewiCompleted)).toBe('4:12');
  expect(outcomeDetail({ ...dewiCompleted, outcome: 'disconnected', durationSeconds: 125 })).toBe('after 2:05');
});

test('a rejected call says by whom', () => {
  expect(outcomeDetail({ ...dewiCompleted, outcome: 'rejected', endedBy: 'customer' })).toBe('by customer');
  expect(endedByWord('agent')).toBe('The agent');
  expect(endedByWord('meta')).toBe('WhatsApp');
});

test('only calls that customers made can be missed', () => {
  expect(isMissed({ ...dewiCompleted, outcome: 'allAgentsBusy' })).toBe(true);
  expect(isMissed({ ...dewiCompleted, outcome: 'missed', direction: 'outbound' })).toBe(false);
  expect(isFailure({ ...dewiCompleted, outcome: 'disconnected' })).toBe(true);
  expect(isFailure(dewiCompleted)).toBe(false);
});

test("Meta's codes have a meaning, our own words need none", () => {
  expect(codeMeaning('138021')).toBe(
    'WhatsApp received no audio from this side, so the call ended. Check the microphone, and use Test my desk in Settings.',
  );
  expect(codeMeaning('media.failed')).toBeNull();
});
