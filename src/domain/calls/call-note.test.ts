import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CallNote, laterNote, nextVersion } from './call-note.ts';

const notes = fc.record({ text: fc.constantFrom('', 'a', 'ab', 'b'), version: fc.integer({ min: 1, max: 4 }) });

const keepAll = (all: readonly CallNote[]) => all.reduce<CallNote | null>((kept, come) => laterNote(kept, come), null);

test('whatever the order, and however often each comes, the same note stands at the end', () => {
  const arrivals = fc.array(notes, { minLength: 1, maxLength: 8 }).chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc
        .array(fc.nat(all.length - 1), { maxLength: 16 })
        .chain((again) => fc.shuffledSubarray([...all.keys(), ...again], { minLength: all.length + again.length })),
    ),
  );
  fc.assert(
    fc.property(arrivals, ([all, order]) => {
      const come = order.map((index) => all[index]).filter((note) => note !== undefined);
      expect(keepAll(come)).toEqual(keepAll(all));
    }),
  );
});

test('the last word of one desk stands, whatever its clock does', () => {
  const words = fc.array(fc.record({ text: fc.string(), at: fc.nat(5) }), { minLength: 1 });
  fc.assert(
    fc.property(words, (typed) => {
      let written: CallNote = { text: '', version: 0 };
      const said: CallNote[] = [];
      for (const { text, at } of typed) {
        written = { text, version: nextVersion(written.version, at) };
        said.push(written);
      }
      expect(keepAll(said.reverse())).toEqual(written);
    }),
  );
});

test('of two desks that did not know of each other, the one that was typed at later stands', () => {
  const before = { text: 'Wants two boxes.', version: nextVersion(0, 1_000) };
  const after = { text: 'Wants three boxes.', version: nextVersion(0, 2_000) };
  expect(laterNote(before, after)).toBe(after);
  expect(laterNote(after, before)).toBe(after);
});
