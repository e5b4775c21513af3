import { settleAvailability } from '../availability/availability.ts';
import { noteNotKept } from '../calls/call-notes.ts';
import { reduceAgent } from '../calls/commands.ts';
import { reportQuality } from '../calls/quality.ts';
import { silenceLateRing } from '../calls/ring.ts';
import { reduceVoice } from '../calls/voice-facts.ts';
import { planVoice } from '../calls/voice-plan.ts';
import { hearProxy } from '../connection/hear-proxy.ts';
import { reduceConnection } from '../connection/reduce-connection.ts';
import { reduceRelay } from '../connection/reduce-relay.ts';
import { reduceReply, reduceTold } from '../connection/replies.ts';
import { planHeadset } from '../headset/plan-headset.ts';
import { mendVoice } from '../readiness/mend-voice.ts';
import { forgetOldProof, takeProof } from '../readiness/reduce-readiness.ts';
import { reduceSession } from '../session/reduce-session.ts';
import { andThen, type Step, step } from './effects.ts';
import type { Fact } from './facts.ts';
import type { DeskState } from './state.ts';

/** The only place where the desk changes: a fact comes in, the next state and what is to be done come out. */
export function reduce(state: DeskState, fact: Fact): Step {
  const planned = andThen(andThen(reduceFact(state, fact), planVoice), planHeadset);
  return andThen(planned, (after) => reportQuality(state, after));
}

function reduceFact(state: DeskState, fact: Fact): Step {
  switch (fact.from) {
    case 'agent':
      return reduceAgent(state, fact.command, fact.at);
    case 'relay':
      return reduceRelay(state, fact.message, fact.at);
    case 'relay.reply':
      return reduceReply(state, fact.outcome, fact.at);
    case 'relay.told':
      return reduceTold(state, fact.told, fact.reply, fact.at);
    case 'connection':
      return reduceConnection(state, fact.change, fact.at);
    case 'network':
      return step(hearProxy(state, fact.proxyAsks));
    case 'session':
      return reduceSession(state, fact.change);
    case 'voice':
      return reduceVoice(state, fact.event, fact.at);
    case 'readiness':
      return mendVoice(takeProof(state, fact.proved, fact.at), fact.at);
    case 'keeper':
      return step(noteNotKept(state, fact.callId, fact.version));
    case 'clock':
      return step(settleAvailability(forgetOldProof(silenceLateRing(state, fact.at), fact.at), fact.at));
  }
}
