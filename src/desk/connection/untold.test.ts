import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../../contract/desk/words.ts';
import type { Told } from '../state/effects.ts';
import { aSummary } from '../testing/samples.ts';
import { answered, forget, next, patience, put, tryAnew, type Untold } from './untold.ts';

const end = (callId: string): Told => ({ name: 'end', body: { callId } });
const quality = (callId: string): Told => ({ name: 'call.quality', body: { callId, summary: aSummary } });
const unknown: Reply = {
  ok: false,
  problem: { code: 'desk.unknownCommand', sentence: 'The relay does not know this.' },
};

/** Tells everything that is to be told; the answers come from `say`, until nothing is left to say. */
function tellAll(untold: Untold, say: (told: Told) => Reply | null, most = 1000): { said: string[]; left: Untold } {
  const said: string[] = [];
  let left = untold;
  for (let told = next(left); told !== null && said.length < most; told = next(left)) {
    said.push(told.name);
    left = answered(left, told, say(told));
  }
  return { said, left };
}

test('a refusal of a word that the relay does not know is final', () => {
  const { said, left } = tellAll(put([], quality('c1')), () => unknown);
  expect(said).toEqual(['call.quality']);
  expect(left).toEqual([]);
});

test('a relay too old even to refuse is told a few times over each connection, not for ever', () => {
  const { said, left } = tellAll(put([], quality('c1')), () => null);
  expect(said).toHaveLength(patience);
  expect(tellAll(tryAnew(left), () => ({ ok: true }))).toEqual({ said: ['call.quality'], left: [] });
});

const tolds = fc.array(fc.record({ make: fc.constantFrom(end, quality), callId: fc.constantFrom('c1', 'c2', 'c3') }), {
  maxLength: 12,
});

test('what ends a call is never held up by a word that gets no answer, and is never given up', () => {
  fc.assert(
    fc.property(tolds, (words) => {
      const untold = words.reduce((all, { make, callId }) => put(all, make(callId)), [] as Untold);
      const ends = new Set(words.filter(({ make }) => make === end).map(({ callId }) => callId)).size;
      const { said } = tellAll(untold, ({ name }) => (name === 'end' ? { ok: true } : null));
      expect(said.slice(0, ends)).toEqual(Array(ends).fill('end'));
      if (ends > 0) expect(tellAll(untold, () => null, 50).said).toEqual(Array(50).fill('end'));
    }),
  );
});

test('how a call sounded outlives it', () => {
  const untold = put(put([], end('c1')), quality('c1'));
  expect(forget(untold, 'c1').map(({ told }) => told.name)).toEqual(['call.quality']);
});
