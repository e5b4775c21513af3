import type { Readiness } from '../../contract/desk/readiness.ts';
import { isFresh, unreadyBecause } from '../../domain/readiness/readiness.ts';
import type { DeskState } from '../state/state.ts';
import type { Proved } from './prover.ts';

/** What the last proof found, and since when it finds something wrong. */
export type KnownReadiness = Proved & { at: number; wrongSince: number | null };

export function takeProof(state: DeskState, proved: Proved, at: number): DeskState {
  const wrong = unreadyBecause(proved.proof) !== null;
  const heardAt = proved.heardAt ?? state.readiness?.heardAt ?? null;
  const wrongSince = wrong ? (state.readiness?.wrongSince ?? at) : null;
  const network = { ...state.network, clockAheadMs: proved.clockAheadMs };
  return { ...state, network, readiness: { ...proved, heardAt, at, wrongSince } };
}

/** What the windows are shown. A proof holds only for the connection over which it was given. */
export function viewReadiness({ readiness }: Pick<DeskState, 'readiness'>): Readiness {
  if (readiness === null) return { status: 'checking' };
  const why = unreadyBecause(readiness.proof);
  if (why !== null) return { status: 'notReady', why, since: readiness.wrongSince ?? readiness.at };
  return { status: 'ready', heardAt: readiness.heardAt, roundTripMs: readiness.roundTripMs };
}

/** A proof that is too old is forgotten: nothing that was true then need be true now. */
export function forgetOldProof(state: DeskState, at: number): DeskState {
  if (state.readiness === null || isFresh(state.readiness.at, at)) return state;
  return { ...state, readiness: null };
}
