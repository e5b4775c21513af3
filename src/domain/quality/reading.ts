import { mosOfRating, ratingOf } from './e-model.ts';

/** What a peer connection has counted so far. What it does not tell (yet) is null. Times are milliseconds, levels 0..1. */
export type Counters = {
  at: number;
  heardPackets: number;
  heardLostPackets: number;
  heardJitterMs: number | null;
  /** Sound that has left the jitter buffer: how long it waited there in all, in how many samples. */
  bufferedMs: number;
  bufferedSamples: number;
  /** Squared level, summed up over the seconds of sound. */
  heardEnergy: number | null;
  heardSeconds: number;
  sentEnergy: number | null;
  sentSeconds: number;
  /** As the far side reports, every few seconds. */
  roundTripMs: number | null;
  sentLoss: number | null;
  sentJitterMs: number | null;
};

/** What about a second of a call was like. `heard` is the customer as they arrive here, `sent` is what leaves us. Loss and levels are 0..1. */
export type Reading = {
  seconds: number;
  heardPackets: number;
  heardLoss: number | null;
  sentLoss: number | null;
  heardJitterMs: number | null;
  sentJitterMs: number | null;
  /** How long the jitter buffer held back what was heard. */
  bufferMs: number | null;
  roundTripMs: number | null;
  heardLevel: number | null;
  sentLevel: number | null;
};

/** What happened between two looks at the counters. A connection that counts anew gives a reading that knows little. */
export function readingBetween(before: Counters, after: Counters): Reading {
  const packets = Math.max(0, after.heardPackets - before.heardPackets);
  const lost = Math.max(0, after.heardLostPackets - before.heardLostPackets);
  const samples = after.bufferedSamples - before.bufferedSamples;
  return {
    seconds: Math.max(0, after.at - before.at) / 1000,
    heardPackets: packets,
    heardLoss: packets + lost === 0 ? null : lost / (packets + lost),
    sentLoss: after.sentLoss,
    heardJitterMs: after.heardJitterMs,
    sentJitterMs: after.sentJitterMs,
    bufferMs: samples > 0 ? Math.max(0, after.bufferedMs - before.bufferedMs) / samples : null,
    roundTripMs: after.roundTripMs,
    heardLevel: level(before.heardEnergy, after.heardEnergy, after.heardSeconds - before.heardSeconds),
    sentLevel: level(before.sentEnergy, after.sentEnergy, after.sentSeconds - before.sentSeconds),
  };
}

/** The effective level over the time between. */
function level(before: number | null, after: number | null, seconds: number): number | null {
  if (before === null || after === null || seconds <= 0) return null;
  return Math.min(1, Math.sqrt(Math.max(0, after - before) / seconds));
}

/** The sound of one packet: what encoding takes at least, ms. */
const packetMs = 20;

/** How good the customer sounds here, 1..4.5. What is not known counts as no harm. */
export function heardMos({ roundTripMs, bufferMs, heardLoss }: Reading): number {
  const delayMs = (roundTripMs ?? 0) / 2 + (bufferMs ?? 0) + packetMs;
  return mosOfRating(ratingOf({ delayMs, loss: heardLoss ?? 0 }));
}

/** How good we sound to the customer, 1..4.5. Their jitter buffer is out of sight: it holds about twice the jitter. */
export function sentMos({ roundTripMs, sentJitterMs, sentLoss }: Reading): number {
  const delayMs = (roundTripMs ?? 0) / 2 + 2 * (sentJitterMs ?? 0) + packetMs;
  return mosOfRating(ratingOf({ delayMs, loss: sentLoss ?? 0 }));
}
