import type { Reply } from '../../contract/desk/words.ts';
import { wishAgain, wishAnswered } from '../availability/availability.ts';
import { noteTold } from '../calls/call-notes.ts';
import { dialReplied } from '../calls/dial.ts';
import { sayOver, silenceLateRing, takeCall } from '../calls/ring.ts';
import { problem } from '../sentences.ts';
import { type Step, step, type Told } from '../state/effects.ts';
import type { AskOutcome } from '../state/facts.ts';
import type { DeskState } from '../state/state.ts';
import { saysGone } from './refusals.ts';

/** What became of a command. */
export function reduceReply(state: DeskState, outcome: AskOutcome, at: number): Step {
  const { asked, reply } = outcome;
  if (reply === null) return unanswered(state, outcome, at);
  switch (asked.name) {
    case 'answer':
      return answered(state, asked.body.callId, reply, at);
    case 'dial':
      return dialReplied(state, asked.body.callId, reply, at);
    case 'decline':
      return step(
        state.ring?.ringId === asked.body.ringId && state.ring.stage === 'declining' ? { ...state, ring: null } : state,
      );
    case 'availability':
      return wishAnswered(state, asked.body.choice, reply);
    case 'customer.watch':
      return step(state);
    case 'takeOver':
      return step(reply.ok ? state : { ...state, problem: reply.problem });
  }
}

/**
 * Nothing came of it. Without a connection the next sync puts everything right; with one, what matters is asked again
 * (each command is safe to send twice).
 */
function unanswered(state: DeskState, { asked }: AskOutcome, at: number): Step {
  if (state.connection.status !== 'online') return step(state);
  switch (asked.name) {
    case 'answer':
    case 'decline': {
      const matters = state.ring?.ringId === asked.body.ringId && state.ring.stage !== 'ringing';
      return matters ? step(state, { kind: 'ask', asked }) : step(state);
    }
    case 'availability': {
      const { state: slow, effects } = wishAgain(state, asked.body.choice, at);
      return step({ ...slow, problem: problem('relay.slow') }, ...effects);
    }
    case 'dial':
      return state.call?.callId === asked.body.callId ? step(state, { kind: 'ask', asked }) : step(state);
    // The next sync says it again.
    case 'customer.watch':
      return step(state);
    case 'takeOver':
      return step({ ...state, problem: problem('relay.slow') });
  }
}

function answered(state: DeskState, callId: string, reply: Reply, at: number): Step {
  const ring = state.ring;
  const claimed = ring?.callId === callId && ring.stage === 'claiming';
  if (reply.ok) return step(claimed ? takeCall(state, ring) : state);
  const call = state.call?.callId === callId ? state.call : null;
  const what = claimed ? ring : call;
  if (what === null) return step(state);
  if (!saysGone(reply.problem)) return step(ringOn({ ...state, problem: reply.problem }, callId, at));
  return step(
    {
      ...state,
      ring: claimed ? null : ring,
      call: call === null ? state.call : null,
      over: sayOver(what, { sentence: reply.problem.sentence, tone: 'plain' }, at),
    },
    { kind: 'forget', callId },
  );
}

/** The answer came to nothing, and the relay rings on: so does the desk. */
function ringOn(state: DeskState, callId: string, at: number): DeskState {
  const { ring } = state;
  if (ring?.callId !== callId || ring.stage !== 'claiming') return state;
  return silenceLateRing({ ...state, ring: { ...ring, stage: 'ringing' } }, at);
}

/**
 * The relay has heard what it had to be told. A refusal that says so means that it has no such call here any more; after any
 * other one the call may still stand at Meta, so it keeps ending here and the next sync says how it is.
 */
export function reduceTold(state: DeskState, told: Told, reply: Reply, at: number): Step {
  if (told.name === 'call.note') return noteTold(state, told.body, reply);
  const call = state.call;
  if (reply.ok || told.name === 'media.connected' || told.name === 'call.quality') return step(state);
  if (call?.callId !== told.body.callId) return step(state);
  if (!saysGone(reply.problem)) return step({ ...state, problem: reply.problem });
  return step(
    { ...state, call: null, over: sayOver(call, { sentence: reply.problem.sentence, tone: 'plain' }, at) },
    { kind: 'forget', callId: call.callId },
  );
}
