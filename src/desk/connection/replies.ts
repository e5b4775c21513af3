import type { Problem, Reply } from '../../contract/desk/words.ts';
import type { OverView } from '../../contract/window/view.ts';
import { sayOver, takeCall } from '../calls/ring.ts';
import { problem } from '../sentences.ts';
import { type Step, step, type Told } from '../state/effects.ts';
import type { AskOutcome } from '../state/facts.ts';
import type { DeskState } from '../state/state.ts';

/** What became of a command. */
export function reduceReply(state: DeskState, outcome: AskOutcome, at: number): Step {
  const { asked, reply } = outcome;
  if (reply === null) return unanswered(state, outcome);
  switch (asked.name) {
    case 'answer':
      return answered(state, asked.body.callId, reply, at);
    case 'decline':
      return step(
        state.ring?.ringId === asked.body.ringId && state.ring.stage === 'declining' ? { ...state, ring: null } : state,
      );
    case 'availability': {
      if (asked.body.availability !== state.availability) return step(state);
      const told = { ...state, availabilityUntold: false };
      return step(reply.ok ? told : { ...told, problem: reply.problem });
    }
    case 'takeOver':
      return step(reply.ok ? state : { ...state, problem: reply.problem });
  }
}

/**
 * Silence. Without a connection the next sync puts everything right; with one, what matters is asked again
 * (each command is safe to send twice).
 */
function unanswered(state: DeskState, { asked }: AskOutcome): Step {
  if (state.connection.status !== 'online') return step(state);
  switch (asked.name) {
    case 'answer':
    case 'decline': {
      const matters = state.ring?.ringId === asked.body.ringId && state.ring.stage !== 'ringing';
      return matters ? step(state, { kind: 'ask', asked }) : step(state);
    }
    case 'availability':
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
  return step(
    {
      ...state,
      ring: claimed ? null : ring,
      call: call === null ? state.call : null,
      over: refused(what, reply.problem, at),
    },
    { kind: 'forget', callId },
  );
}

function refused(what: Pick<OverView, 'callId' | 'customer'>, why: Problem, at: number): OverView {
  const tone = /^(call|ring)\./.test(why.code) ? 'plain' : 'failure';
  return sayOver(what, { sentence: why.sentence, tone }, at);
}

/** The relay knows what it had to be told. If it refuses the end of a call, it has no such call any more. */
export function reduceTold(state: DeskState, told: Told, reply: Reply, at: number): Step {
  const call = state.call;
  if (reply.ok || told.name === 'media.connected' || call?.callId !== told.body.callId) return step(state);
  return step(
    { ...state, call: null, over: refused(call, reply.problem, at) },
    { kind: 'forget', callId: call.callId },
  );
}
