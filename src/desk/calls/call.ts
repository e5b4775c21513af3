import type { CallRecord, LiveCall } from '../../contract/desk/socket.ts';
import type { Problem } from '../../contract/desk/words.ts';
import { problem } from '../sentences.ts';
import { andThen, type Effect, type Step, step } from '../state/effects.ts';
import type { DeskCall, DeskState } from '../state/state.ts';
import { noteOfRecord } from './call-notes.ts';
import { followDial } from './dial.ts';
import { recordNews } from './over.ts';
import { sayOver, takeCall } from './ring.ts';

/** The relay says where a claimed call stands. */
export function followCall(state: DeskState, live: LiveCall, at: number): Step {
  if (state.call?.callId === live.callId) return step({ ...state, call: follow(state.call, live, at) });
  const ring = state.ring;
  if (ring?.callId === live.callId && ring.stage === 'claiming') {
    const taken = takeCall(state, ring);
    return step(taken.call === null ? taken : { ...taken, call: follow(taken.call, live, at) });
  }
  return adoptUnknownCall(state, live, at);
}

function follow(call: DeskCall, live: LiveCall, at: number): DeskCall {
  const startedAt = live.startedAt === null ? null : Math.max(0, live.startedAt + at - live.now);
  const limit = live.limit === null ? null : { ...live.limit, until: Math.max(0, live.limit.until + at - live.now) };
  const dial = followDial(call.dial, live);
  return { ...call, dial, phase: laterPhase(call, live), startedAt: call.startedAt ?? startedAt, limit };
}

/** A call that ends here keeps ending, and one that was connected stays so, whatever was under way on the wire. */
function laterPhase(call: DeskCall, live: LiveCall): DeskCall['phase'] {
  if (call.phase === 'ending' || live.phase === 'ending') return 'ending';
  return live.phase === 'onCall' ? 'onCall' : call.phase;
}

/** The relay holds a call for this seat whose audio is not here: it was made before a restart. */
function adoptUnknownCall(state: DeskState, live: LiveCall, at: number): Step {
  const { callId, channel, customer } = live;
  const blank: DeskCall = {
    callId,
    channel,
    customer,
    dial: null,
    phase: 'connecting',
    startedAt: null,
    limit: null,
    muted: false,
    quality: null,
    problem: null,
  };
  const ring = state.ring?.callId === callId ? null : state.ring;
  return loseCall({ ...state, ring, call: follow(blank, live, at) }, callId, problem('voice.absent'));
}

/** The audio of the call is gone for good: the relay must end it. A claim under way becomes an ending call. */
export function loseCall(state: DeskState, callId: string, why: Problem): Step {
  const claimed = state.ring?.callId === callId && state.ring.stage === 'claiming' ? state.ring : null;
  const held = claimed === null ? state : takeCall(state, claimed);
  if (held.call?.callId !== callId || held.call.phase === 'ending') return step(held);
  const tell: Effect = { kind: 'tell', told: { name: 'media.failed', body: { callId, problem: why } } };
  return step({ ...held, call: { ...held.call, phase: 'ending', problem: why } }, tell);
}

/** The relay's last word on a call. */
export function finishCall(state: DeskState, record: CallRecord, at: number): Step {
  const here = state.call?.callId === record.callId;
  const ringing = state.ring?.callId === record.callId;
  const silent = ringing && state.ring?.stage === 'declining';
  const next: DeskState = {
    ...state,
    call: here ? null : state.call,
    ring: ringing ? null : state.ring,
    over: (here || ringing) && !silent ? sayOver(record, recordNews(record), at) : state.over,
    historyRevision: state.historyRevision + 1,
  };
  const told = step(next, { kind: 'record', record }, { kind: 'forget', callId: record.callId });
  return andThen(told, (after) => noteOfRecord(after, record));
}
