import type { LiveCall } from '../../contract/desk/socket.ts';
import type { Reply } from '../../contract/desk/words.ts';
import type { RefusedDial } from '../../contract/window/view.ts';
import type { Reading } from '../../domain/quality/reading.ts';
import { problem } from '../sentences.ts';
import { type Step, step } from '../state/effects.ts';
import type { AgentCommand } from '../state/facts.ts';
import type { DeskCall, DeskState, Dial } from '../state/state.ts';
import { sayOver } from './ring.ts';

type DialCommand = Extract<AgentCommand, { kind: 'dial' }>;

/** The agent calls a customer. The voice makes the offer first; with it the relay is asked. */
export function dial(state: DeskState, { callId, dialId, channel, customer, reason }: DialCommand): Step {
  if (state.connection.status !== 'online') return step({ ...state, problem: problem('relay.lost') });
  if (state.seat?.status !== 'held') return step({ ...state, problem: problem('seat.elsewhere') });
  if (state.call !== null || state.ring !== null) return step({ ...state, problem: problem('dial.busy') });
  const call: DeskCall = {
    callId,
    channel,
    customer,
    dial: { dialId, reason: reason ?? null, asked: false, ringing: false, answer: null },
    phase: 'dialling',
    startedAt: null,
    limit: null,
    muted: false,
    quality: null,
    problem: null,
  };
  const answered = state.answered?.customer.id === customer.id ? null : state.answered;
  return step({ ...state, call, over: null, answered, refusedDial: null });
}

/** Where a call of ours stands by the relay; Meta's answer stays the first that came. */
export function followDial(dialled: Dial | null, live: LiveCall): Dial | null {
  if (dialled === null) return null;
  return { ...dialled, ringing: dialled.ringing || live.ringing, answer: dialled.answer ?? live.answer };
}

/** The relay would not make the call. */
export function dialReplied(state: DeskState, callId: string, reply: Reply, at: number): Step {
  const { call } = state;
  if (reply.ok || call?.callId !== callId || call.phase !== 'dialling') return step(state);
  const forget = { kind: 'forget', callId } as const;
  const { sentence, code } = reply.problem;
  const why = waysOut[code];
  if (why !== undefined) {
    const { channel, customer } = call;
    return step({ ...state, call: null, refusedDial: { channel, customer, why, sentence } }, forget);
  }
  return step({ ...state, call: null, over: sayOver(call, { sentence, tone: 'failure' }, at) }, forget);
}

/** Refusals after which the agent can do something about it. */
const waysOut: Record<string, RefusedDial['why']> = {
  'dial.noPermission': 'noPermission',
  'dial.lastStrike': 'reasonNeeded',
};

/** Sound of the customer: they have picked up, whether or not Meta has said so yet (§3.1). */
export function hearsCustomer(state: DeskState, call: DeskCall, reading: Reading): Step {
  if (call.phase !== 'dialling' || reading.heardPackets === 0) return step(state);
  return step(state, { kind: 'tell', told: { name: 'customer.heard', body: { callId: call.callId } } });
}

/** The customer's phone rings, and nobody has picked up yet. */
export function isRinging({ phase, dial: dialled }: DeskCall): boolean {
  return phase === 'dialling' && (dialled?.ringing ?? false);
}
