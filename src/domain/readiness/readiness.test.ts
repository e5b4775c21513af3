import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isFresh, microphoneProofs, type Proof, proofHolds, unreadyBecause } from './readiness.ts';

const aProof: fc.Arbitrary<Proof> = fc.record({
  awake: fc.boolean(),
  voice: fc.boolean(),
  microphone: fc.constantFrom(...microphoneProofs),
  output: fc.boolean(),
});

it('is ready only when nothing at all is wrong', () => {
  fc.assert(
    fc.property(aProof, (proof) => {
      const sound = proof.awake && proof.voice && proof.microphone === 'ok' && proof.output;
      expect(unreadyBecause(proof) === null).toBe(sound);
    }),
  );
});

it('names the reason that hides the others', () => {
  const broken: Proof = { awake: false, voice: false, microphone: 'denied', output: false };
  expect(unreadyBecause(broken)).toBe('asleep');
  expect(unreadyBecause({ ...broken, awake: true })).toBe('voiceGone');
  expect(unreadyBecause({ ...broken, awake: true, voice: true })).toBe('microphoneDenied');
  expect(unreadyBecause({ awake: true, voice: true, microphone: 'ok', output: false })).toBe('outputMissing');
});

it('believes a proof for 45 s', () => {
  expect(isFresh(null, 0)).toBe(false);
  fc.assert(
    fc.property(fc.nat(), fc.nat(2 * proofHolds), (at, later) => {
      expect(isFresh(at, at + later)).toBe(later < proofHolds);
    }),
  );
});
