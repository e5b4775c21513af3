import type { Problem } from '../../contract/desk/words.ts';
import type { CallView, DeskView, RingView } from '../../contract/window/view.ts';
import { shownAvailability } from '../availability/availability.ts';
import { viewNotes } from '../calls/call-notes.ts';
import { isRinging } from '../calls/dial.ts';
import { isInterrupted, viewQuality } from '../calls/quality.ts';
import { viewReadiness } from '../readiness/reduce-readiness.ts';
import { problem } from '../sentences.ts';
import type { DeskCall, DeskRing, DeskState } from './state.ts';

/** What the windows are shown. */
export function selectView(state: DeskState): DeskView {
  const { found, problem: why, trial } = state.headset;
  const { relayUrl, connection, session, seat, over, devices, historyRevision } = state;
  return {
    relayUrl,
    connection,
    session,
    seat,
    availability: shownAvailability(state),
    awayReasons: [...state.awayReasons],
    readiness: viewReadiness(state),
    network: state.network,
    ring: state.ring === null || state.ring.stage === 'declining' ? null : viewRing(state.ring),
    call: state.call === null ? null : viewCall(state, state.call),
    over,
    notes: viewNotes(state),
    devices,
    deskTest: state.deskTest,
    headset: { found, problem: why, trial },
    historyRevision,
    customerRevision: state.customerRevision,
    customersRevision: state.customersRevision,
    templateRevision: state.templateRevision,
    waitingCustomers: state.waitingCustomers,
    answered: state.answered,
    refusedDial: state.refusedDial,
    problem: state.problem,
  };
}

function viewRing(ring: DeskRing): RingView {
  const { ringId, callId, channel, customer, reason, lastContact, from, until } = ring;
  return { ringId, callId, channel, customer, reason, lastContact, from, until, answering: ring.stage !== 'ringing' };
}

function viewCall(state: DeskState, call: DeskCall): CallView {
  const { callId, channel, customer, phase, startedAt, limit, muted } = call;
  const microphone = state.voice.callId === callId ? state.microphone.state : 'closed';
  const quality = viewQuality(call.quality);
  return {
    callId,
    channel,
    customer,
    direction: call.dial === null ? 'inbound' : 'outbound',
    phase,
    ringing: isRinging(call),
    startedAt,
    limit,
    muted,
    microphone,
    quality,
    problem: whatIsWrong(state, call),
  };
}

/** One problem at a time: what stops the call first, then what stops the agent from being heard or from hearing, then the relay. */
function whatIsWrong(state: DeskState, call: DeskCall): Problem | null {
  if (call.problem !== null) return call.problem;
  if (call.phase === 'onCall' && isInterrupted(call)) return problem('media.reconnecting');
  const open = state.voice.callId === call.callId;
  if (open && state.microphone.problem !== null) return state.microphone.problem;
  if (open && state.speakerProblem !== null) return state.speakerProblem;
  if (state.connection.status !== 'offline') return null;
  return problem(call.phase === 'ending' ? 'relay.lostWhileEnding' : 'relay.lostInCall');
}
