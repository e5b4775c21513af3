import { expect, test } from 'vitest';
import { allWork, firstStep, inWords, type StepResult, settle, steps } from './steps.ts';

const works: StepResult = { verdict: 'works', detail: 'Jabra Evolve2 65' };

test('step after step is settled, until all are', () => {
  let now = firstStep;
  for (const step of steps) {
    expect(now.at).toBe(step);
    now = settle(now, step, works);
  }
  expect(now.at).toBe('done');
  expect(allWork(now)).toBe(true);
});

test('an answer that comes late changes nothing, and one failure is enough', () => {
  const failed = settle(firstStep, 'microphone', { verdict: 'fails', detail: '' });
  expect(settle(failed, 'microphone', works)).toBe(failed);
  const rest = steps.slice(1).reduce((now, step) => settle(now, step, works), failed);
  expect(allWork(rest)).toBe(false);
});

test('the result can be sent to whoever helps', () => {
  const skipped = settle(settle(firstStep, 'microphone', works), 'speaker', { verdict: 'skipped', detail: '' });
  expect(inWords(skipped)).toBe(
    'Test of a Ringdesk desk\nMicrophone: works (Jabra Evolve2 65)\nSpeaker: skipped\nRingtone: not tested\nHeadset buttons: not tested\nNotification: not tested\nConnection: not tested\nWay of the sound: not tested\n',
  );
});
