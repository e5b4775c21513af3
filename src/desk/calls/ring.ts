import type { Ring, RingOver } from '../../contract/desk/socket.ts';
import type { OverView } from '../../contract/window/view.ts';
import { type Step, step } from '../state/effects.ts';
import type { DeskCall, DeskRing, DeskState } from '../state/state.ts';
import { rangOut, ringOverNews } from './over.ts';

/** How long a ring may outlive its deadline here before the desk silences it without the relay's word. */
export const ringGraceMs = 2_000;

export function presentRing(state: DeskState, ring: Ring, at: number): DeskState {
  const offset = at - ring.now;
  const known = state.ring?.ringId === ring.ringId ? state.ring : null;
  return {
    ...state,
    ring: {
      ringId: ring.ringId,
      callId: ring.callId,
      channel: ring.channel,
      customer: ring.customer,
      reason: ring.reason,
      from: Math.max(0, ring.from + offset),
      until: Math.max(0, ring.until + offset),
      offer: ring.offer,
      alone: ring.alone,
      stage: known?.stage ?? 'ringing',
    },
  };
}

export function endRing(state: DeskState, over: RingOver, at: number): Step {
  const ring = state.ring;
  if (ring?.ringId !== over.ringId) return step(nameTheColleague(state, over));
  const quiet = { ...state, ring: null };
  const next = ring.stage === 'declining' ? quiet : { ...quiet, over: sayOver(ring, ringOverNews(over), at) };
  return step(next, { kind: 'forget', callId: ring.callId });
}

/** The refusal of our answer may come before the name of who was faster. */
function nameTheColleague(state: DeskState, over: RingOver): DeskState {
  if (over.reason !== 'answeredByColleague' || state.over?.callId !== over.callId) return state;
  return { ...state, over: { ...state.over, ...ringOverNews(over) } };
}

/** Silences a ring whose time ran out while the relay was away. A claimed one waits for the relay's word. */
export function silenceLateRing(state: DeskState, at: number): DeskState {
  const ring = state.ring;
  if (ring === null || ring.stage === 'claiming' || at < ring.until + ringGraceMs) return state;
  if (ring.stage === 'declining') return { ...state, ring: null };
  return { ...state, ring: null, over: sayOver(ring, rangOut, at) };
}

/** The ring is ours: it becomes the call of this desk. */
export function takeCall(state: DeskState, ring: DeskRing): DeskState {
  const call: DeskCall = {
    callId: ring.callId,
    channel: ring.channel,
    customer: ring.customer,
    phase: 'connecting',
    startedAt: null,
    limit: null,
    muted: false,
    quality: null,
    problem: null,
  };
  return { ...state, ring: null, call };
}

export function sayOver(
  what: Pick<OverView, 'callId' | 'customer'>,
  news: Pick<OverView, 'sentence' | 'tone'>,
  at: number,
): OverView {
  return { callId: what.callId, customer: what.customer, sentence: news.sentence, tone: news.tone, at };
}
