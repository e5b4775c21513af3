import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Flow, firstFlow, flowOn, stateOfFlow } from './flow.ts';
import type { Reading } from './reading.ts';

const unknown = { heardLoss: null, sentLoss: null, heardJitterMs: null, sentJitterMs: null, bufferMs: null };
const second = (heardPackets: number): Reading => ({
  ...unknown,
  seconds: 1,
  heardPackets,
  roundTripMs: null,
  heardLevel: 0,
  sentLevel: null,
});
const after = (packets: number[]): Flow => packets.reduce((flow, count) => flowOn(flow, second(count)), firstFlow);
const none = (seconds: number) => Array.from({ length: seconds }, () => 0);

it('is noticed after three seconds, given up after Meta’s, and whole again with one packet', () => {
  expect(stateOfFlow(after([50, ...none(2)]))).toBe('flowing');
  expect(stateOfFlow(after([50, ...none(3)]))).toBe('missing');
  expect(stateOfFlow(after([50, ...none(29)]))).toBe('missing');
  expect(stateOfFlow(after([50, ...none(30)]))).toBe('lost');
  expect(stateOfFlow(after(none(19)))).toBe('missing');
  expect(stateOfFlow(after(none(20)))).toBe('neverBegan');
  expect(stateOfFlow(after([...none(19), 1]))).toBe('flowing');
});

it('law: only the seconds since the last packet count, however quiet the customer is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60)), fc.integer({ min: 1, max: 60 }), fc.nat(40), (before, packets, missing) => {
      expect(after([...before, packets, ...none(missing)])).toEqual({ begun: true, missing });
    }),
  );
});
