import { noIce } from '../../contract/desk/ice.ts';
import type { DeskSync, LiveCall, Seat } from '../../contract/desk/socket.ts';
import type { OverView } from '../../contract/window/view.ts';
import { followAvailability, syncWish } from '../availability/availability.ts';
import { takeIce } from '../calls/audio-network.ts';
import { finishCall, followCall } from '../calls/call.ts';
import { tellUnsentNotes } from '../calls/call-notes.ts';
import { neverMade, overElsewhere, overMeanwhile } from '../calls/over.ts';
import { presentRing, sayOver } from '../calls/ring.ts';
import { watchAfterSync } from '../customers/reduce-customers.ts';
import { andThen, type Step, step } from '../state/effects.ts';
import type { DeskState } from '../state/state.ts';

/** The relay's whole truth: whatever was missed is put right, and what is untold is told. */
export function reduceSync(before: DeskState, sync: DeskSync, at: number): Step {
  const seat = localSeat(sync.seat, at - sync.now);
  const base: DeskState = {
    ...before,
    connection: { status: 'online' },
    session: { status: 'signedIn', agent: sync.agent },
    seat,
  };
  let done = syncWish(followAvailability(base, sync, at), at);
  done = andThen(done, (state) => takeIce(state, sync.ice ?? noIce));
  for (const record of [...sync.ended].reverse()) done = andThen(done, (state) => finishCall(state, record, at));
  done = andThen(done, (state) => step(dropWhatIsGone(state, sync, at)));
  const { call, ring } = sync;
  if (call !== null) {
    done = andThen(done, (state) => followCall(state, call, at));
    if (isStillThere(before, call)) done = andThen(done, (state) => endAgain(state, call));
  }
  if (ring !== null) done = andThen(done, (state) => resume(presentRing(state, ring, at)));
  done = andThen(done, (state) => watchAfterSync(state, sync.waiting ?? 0));
  // What changed meanwhile was not heard.
  done = andThen(done, (now) => step({ ...now, templateRevision: now.templateRevision + 1 }));
  done = andThen(done, (state) => step(state, { kind: 'tellUntold' }));
  return andThen(done, tellUnsentNotes);
}

function localSeat(seat: Seat, offset: number): Seat {
  return seat.status === 'held' ? seat : { ...seat, at: Math.max(0, seat.at + offset) };
}

/** A ring or a call that the relay does not have any more, and of which no record came, is over all the same. */
export function dropWhatIsGone(state: DeskState, sync: Pick<DeskSync, 'ring' | 'call'>, at: number): DeskState {
  let next = state;
  const over: OverView[] = [];
  if (next.ring !== null && next.ring.ringId !== sync.ring?.ringId && next.ring.callId !== sync.call?.callId) {
    if (next.ring.stage !== 'declining') over.push(sayOver(next.ring, overElsewhere, at));
    next = { ...next, ring: null };
  }
  if (next.call !== null && next.call.callId !== sync.call?.callId) {
    over.push(sayOver(next.call, next.call.phase === 'dialling' ? neverMade : overMeanwhile, at));
    next = { ...next, call: null };
  }
  const last = over.at(-1);
  return last === undefined ? next : { ...next, over: last };
}

/** It ended here, and the relay has it as if nothing had been said. */
function isStillThere({ call }: DeskState, live: LiveCall): boolean {
  return call?.callId === live.callId && call.phase === 'ending' && live.phase !== 'ending';
}

function endAgain(state: DeskState, { callId }: LiveCall): Step {
  return step(state, { kind: 'tell', told: { name: 'end', body: { callId } } });
}

/** Says again what the relay may have missed about a ring that it still has. */
function resume(state: DeskState): Step {
  const { ring, voice } = state;
  if (ring === null) return step(state);
  const { callId, ringId } = ring;
  if (ring.stage === 'declining')
    return step(state, { kind: 'ask', asked: { name: 'decline', body: { callId, ringId } } });
  if (ring.stage !== 'claiming' || voice.callId !== callId || voice.sdp === null) return step(state);
  return step(state, { kind: 'ask', asked: { name: 'answer', body: { callId, ringId, sdp: voice.sdp } } });
}
