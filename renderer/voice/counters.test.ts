import { expect, it } from 'vitest';
import { countersOf } from './counters.ts';

const inbound = { type: 'inbound-rtp', kind: 'audio', packetsReceived: 250, packetsLost: 4, jitter: 0.006 };
const remote = { type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.12, fractionLost: 0.05, jitter: 0.01 };
const pair = { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.09 };

it('reads both directions in milliseconds and shares', () => {
  expect(countersOf([inbound, remote, pair], 7)).toMatchObject({
    at: 7,
    heardPackets: 250,
    heardLostPackets: 4,
    heardJitterMs: 6,
    roundTripMs: 120,
    sentLoss: 0.05,
    sentJitterMs: 10,
  });
});

it('takes the round trip of ICE until the far side has reported', () => {
  expect(countersOf([inbound, pair], 7)).toMatchObject({ roundTripMs: 90, sentLoss: null, sentJitterMs: null });
});

it('knows nothing of an empty report', () => {
  expect(countersOf([], 7)).toMatchObject({ heardPackets: 0, heardEnergy: null, sentEnergy: null, roundTripMs: null });
});
