import { endOfSpan } from '../../domain/people/undisturbed.ts';
import { endAfterCall, wish } from '../availability/availability.ts';
import { tryNow } from '../connection/reduce-connection.ts';
import { watchCustomer } from '../customers/reduce-customers.ts';
import { tryHeadset } from '../headset/try-headset.ts';
import { proveAgain } from '../readiness/mend-voice.ts';
import { type ProblemCode, problem } from '../sentences.ts';
import { type Effect, type Step, step } from '../state/effects.ts';
import type { AgentCommand } from '../state/facts.ts';
import type { DeskState } from '../state/state.ts';
import { testAudioPath } from './audio-network.ts';
import { writeNote } from './call-notes.ts';
import { dial } from './dial.ts';
import { declinedForMe } from './over.ts';
import { sayOver, takeCall } from './ring.ts';

/** What the agent asked for. A new command replaces the problem of the last one. */
export function reduceAgent(before: DeskState, command: AgentCommand, at: number): Step {
  const state = before.problem === null ? before : { ...before, problem: null };
  switch (command.kind) {
    case 'dial':
      return dial(state, command);
    case 'answer':
      return answer(state, command.callId);
    case 'decline':
      return decline(state, command.callId, at);
    case 'end':
      return end(state, command.callId);
    case 'setMuted':
      return step(state.call === null ? state : { ...state, call: { ...state.call, muted: command.muted } });
    case 'writeNote':
      return writeNote(state, command, at);
    case 'chooseMicrophone': {
      const chosen = { ...state.chosen, microphone: command.device };
      const devices = { ...state.devices, microphone: command.device?.deviceId ?? 'default' };
      const settings: Effect = { kind: 'settings', change: { microphone: command.device } };
      return step({ ...state, chosen, devices }, settings, { kind: 'voice', command });
    }
    case 'chooseSpeaker': {
      const chosen = { ...state.chosen, speaker: command.device };
      const devices = { ...state.devices, speaker: command.device?.deviceId ?? 'default' };
      const settings: Effect = { kind: 'settings', change: { speaker: command.device } };
      return step({ ...state, chosen, devices }, settings, { kind: 'voice', command });
    }
    case 'chooseRingtoneDevice': {
      const chosen = { ...state.chosen, ringtone: command.device };
      const devices = { ...state.devices, ringtone: command.device?.deviceId ?? 'default' };
      const settings: Effect = { kind: 'settings', change: { ringtoneDevice: command.device } };
      return step({ ...state, chosen, devices }, settings, { kind: 'voice', command });
    }
    case 'setRingtoneVolume': {
      const devices = { ...state.devices, ringtoneVolume: command.volume };
      const settings: Effect = { kind: 'settings', change: { ringtoneVolume: command.volume } };
      return step({ ...state, devices }, settings, { kind: 'voice', command });
    }
    case 'playRingtone':
      // Whoever rings or speaks comes first: an agent on a call hears no ringtone.
      if (state.ring !== null || state.call !== null) return refuse(state, 'call.first');
      return step(state, { kind: 'voice', command });
    case 'testDesk':
      return testDesk(state, command);
    case 'tryHeadset':
      return command.on && (state.ring !== null || state.call !== null)
        ? refuse(state, 'call.first')
        : tryHeadset(state, command.on);
    case 'testAudioPath':
      return testAudioPath(state);
    case 'retryMicrophone':
      return step(state, { kind: 'voice', command });
    case 'proveAgain':
      return state.connection.status === 'offline' ? tryNow(state) : proveAgain(state, at);
    case 'setAvailability':
      return wish(state, command.availability, at);
    case 'doNotDisturbFor':
      return wish(state, { kind: 'doNotDisturb', until: endOfSpan(command.span, at) }, at);
    case 'endAfterCall':
      return endAfterCall(state, at);
    case 'takeOver':
      return takeOver(state);
    case 'dismissProblem':
      return step(state);
    case 'watchCustomer':
      return watchCustomer(before, command.customerId);
    case 'dismissAnswered':
      return step({ ...state, answered: null });
    case 'dismissRefusedDial':
      return step({ ...state, refusedDial: null });
  }
}

/** Known to be open from the command on: a ring that comes before the voice page has said so closes it all the same. */
function testDesk(state: DeskState, command: Extract<AgentCommand, { kind: 'testDesk' }>): Step {
  const begins = command.action === 'listen' || command.action === 'tone';
  if (command.action !== 'stop' && (state.ring !== null || state.call !== null)) return refuse(state, 'call.first');
  const deskTest = begins ? { stage: 'opening' as const, problem: null } : state.deskTest;
  return step({ ...state, deskTest }, { kind: 'voice', command });
}

function refuse(state: DeskState, code: ProblemCode): Step {
  return step({ ...state, problem: problem(code) });
}

function answer(state: DeskState, callId: string): Step {
  const ring = state.ring;
  if (ring?.callId !== callId) return state.call?.callId === callId ? step(state) : refuse(state, 'call.gone');
  if (ring.stage !== 'ringing') return step(state);
  if (state.call !== null && state.call.phase !== 'ending') return refuse(state, 'call.busy');
  return step({ ...state, ring: { ...ring, stage: 'answering' } });
}

function decline(state: DeskState, callId: string, at: number): Step {
  const ring = state.ring;
  if (ring?.callId !== callId || ring.stage === 'declining') return step(state);
  if (ring.stage === 'claiming') return end(state, callId);
  const over = sayOver(ring, declinedForMe, at);
  return step(
    { ...state, ring: { ...ring, stage: 'declining' }, over },
    { kind: 'ask', asked: { name: 'decline', body: { callId, ringId: ring.ringId } } },
  );
}

/** Hanging up is done here at once, and the relay learns of it as soon as it can. */
function end(state: DeskState, callId: string): Step {
  const claimed = state.ring?.callId === callId && state.ring.stage === 'claiming' ? state.ring : null;
  const held = claimed === null ? state : takeCall(state, claimed);
  if (held.call?.callId !== callId || held.call.phase === 'ending') return step(held);
  // Nobody was asked for it yet.
  if (held.call.dial?.asked === false) return step({ ...held, call: null });
  const call = { ...held.call, phase: 'ending' as const, problem: null };
  return step({ ...held, call }, { kind: 'tell', told: { name: 'end', body: { callId } } });
}

function takeOver(state: DeskState): Step {
  if (state.connection.status !== 'online') return refuse(state, 'relay.lost');
  if (state.seat !== null && state.seat.status !== 'held' && state.seat.onCall) return refuse(state, 'seat.inCall');
  return step(state, { kind: 'ask', asked: { name: 'takeOver', body: {} } });
}
