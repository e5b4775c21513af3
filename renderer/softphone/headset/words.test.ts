import { expect, test } from 'vitest';
import { headsetWords, trialWords } from './words.ts';

const can = ['answer', 'mute', 'end'] as const;

test('a headset is named with what its buttons do', () => {
  expect(headsetWords({ status: 'found', name: 'Jabra Evolve2 65', can: [...can] })).toBe(
    'Jabra Evolve2 65: answer, mute, end',
  );
});

test.each([
  [[...can], 'Jabra: answer, mute, end'],
  [['answer'] as const, 'Jabra: answer arrives, mute and end do not arrive'],
  [['answer', 'end'] as const, 'Jabra: answer and end arrive, mute does not arrive'],
  [[], 'Jabra: answer and mute and end do not arrive'],
])('%j have come: %s', (arrived, words) => {
  expect(trialWords('Jabra', can, { asks: null, arrived: [...arrived] })).toBe(words);
});
