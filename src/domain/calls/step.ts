import type { Call, Life } from './call.ts';
import type { Effect, Refusal } from './event.ts';

/** A call after one event, what the relay must do now, and why a command was refused, if it was. */
export type Advanced = { call: Call; effects: readonly Effect[]; refused: Refusal | null };

export function step(call: Call, life: Life, effects: readonly Effect[] = []): Advanced {
  // What has ended needs no SDP any more.
  const sdp = life.phase === 'ended' ? { offer: '', answer: null } : {};
  return { call: { ...call, life, ...sdp }, effects, refused: null };
}

export function unchanged(call: Call, refused: Refusal | null = null): Advanced {
  return { call, effects: [], refused };
}
