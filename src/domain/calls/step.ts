import type { Call, Life } from './call.ts';
import type { Effect, Refusal } from './event.ts';

/** A call after one event, what the relay must do now, and why a command was refused, if it was. */
export type Advanced = { call: Call; effects: readonly Effect[]; refused: Refusal | null };

export function step(call: Call, life: Life, effects: readonly Effect[] = []): Advanced {
  return { call: { ...call, life, offer: life.phase === 'ended' ? '' : call.offer }, effects, refused: null };
}

export function unchanged(call: Call, refused: Refusal | null = null): Advanced {
  return { call, effects: [], refused };
}
