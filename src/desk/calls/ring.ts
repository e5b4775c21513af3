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
      lastContact: ring.lastContact,
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
  if (ring?.ringId !== over.ringId) return step(sayMore(state, over));
  // A call that ended otherwise before the relay heard of the Decline is declined all the same, for whoever pressed it.
  const known = ring.stage === 'declining' && over.reason !== 'declined';
  const next = { ...state, ring: null, over: known ? state.over : sayOver(ring, ringOverNews(over), at) };
  return step(next, { kind: 'forget', callId: ring.callId });
}

/** The refusal of our answer may come before the name of who was faster, and Decline be done before it is known where the call goes. */
function sayMore(state: DeskState, over: RingOver): DeskState {
  if (over.reason !== 'answeredByColleague' && over.reason !== 'declined') return state;
  if (state.over?.callId !== over.callId) return state;
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
    dial: null,
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
