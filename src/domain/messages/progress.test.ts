import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  afterGiven,
  type Given,
  isFurther,
  type MessageState,
  mayRepeat,
  messageStates,
  type Standing,
} from './progress.ts';

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

const standing: fc.Arbitrary<Standing> = fc.record({
  wamid: fc.option(fc.string({ minLength: 1 })),
  state: fc.constantFrom(...messageStates),
  code: fc.option(fc.string()),
});
const given: fc.Arbitrary<Given> = fc.oneof(
  fc.record({ status: fc.constant('sent' as const), wamid: fc.string({ minLength: 1 }) }),
  fc.record({ status: fc.constant('refused' as const), code: fc.string() }),
  fc.record({ status: fc.constantFrom('notSent' as const, 'unknown' as const) }),
);

it('never sends again what Meta took, or may have taken', () => {
  fc.assert(
    fc.property(standing, given, (before, said) => {
      const after = afterGiven(before, said);
      if (said.status === 'sent') expect(after.wamid).toBe(said.wamid);
      expect(mayRepeat(after)).toBe(before.wamid === null && (said.status === 'refused' || said.status === 'notSent'));
    }),
  );
});

it('loses nothing that a webhook said before the answer came', () => {
  fc.assert(
    fc.property(standing, given, (before, said) => {
      const after = afterGiven(before, said);
      const wasHeardOf = before.wamid !== null || said.status === 'sent';
      if (wasHeardOf) expect(isFurther(before.state, after.state)).toBe(false);
      if (before.wamid !== null && said.status !== 'sent') expect(after).toEqual(before);
    }),
  );
});
