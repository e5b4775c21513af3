import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isFurther, type MessageState } from './progress.ts';

const told = ['sent', 'delivered', 'read', 'failed'] as const satisfies MessageState[];
const after = (states: readonly MessageState[]) =>
  states.reduce<MessageState>((state, next) => (isFurther(next, state) ? next : state), 'sending');

it('ends the same in whatever order and however often Meta tells it', () => {
  const history = fc.array(fc.constantFrom(...told), { minLength: 1 });
  const story = history.chain((states) =>
    fc.record({
      states: fc.constant(states),
      again: fc.shuffledSubarray(states).map((some) => [...some, ...states].reverse()),
    }),
  );
  fc.assert(
    fc.property(story, ({ states, again }) => {
      expect(after(again)).toBe(after(states));
    }),
  );
});

it('is not undone: what was read stays read, and what arrived did not fail', () => {
  expect(after(['read', 'delivered', 'sent', 'failed'])).toBe('read');
  expect(after(['failed', 'delivered'])).toBe('delivered');
  expect(after(['sent', 'failed'])).toBe('failed');
});
