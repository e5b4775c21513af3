import { exhaustive } from '../exhaustive.ts';
import { type Call, type Dialling, type Ended, holderOf } from './call.ts';
import { seatGrace } from './claimed.ts';
import type { CallCode } from './code.ts';
import { end, settleWithin } from './ending.ts';
import type { Dial, Effect, GraphAnswer, MetaAnswer, Status } from './event.ts';
import { type Advanced, step, unchanged } from './step.ts';

/** How long a customer's phone is let ring; Meta does not say when it gives up itself (§3.1). ms */
export const dialFor = 75_000;

/** When it is unknown whether Meta was reached, its webhooks are awaited this long: dialling again could ring twice (§3.2). ms */
export const dialUnprovenFor = 20_000;

/** An agent calls a customer. Said again with the same id it changes nothing. */
export function dial(known: Call | null, event: Dial & { at: number }): Advanced {
  if (known !== null) return unchanged(known, holderOf(known) === event.agentId ? null : 'notYours');
  const { callId: id, dialId, channelId, customerId, agentId, sdp, limitMs, at } = event;
  const life: Dialling = {
    phase: 'dialling',
    claim: { agentId, ringId: dialId, sdp, at },
    ringing: false,
    until: at + dialFor,
    lostAt: null,
  };
  const call: Call = {
    id,
    wacid: null,
    direction: 'outbound',
    channelId,
    customerId,
    calledAt: at,
    limitMs,
    offer: sdp,
    answer: null,
    rang: false,
    invitedBy: null,
    assignedTo: null,
    reason: event.reason,
    life,
  };
  return step(call, life, [
    { kind: 'graph', action: 'connect', sdp },
    { kind: 'callChanged', agentId },
  ]);
}

/** What Meta said to `connect`. Its webhooks may have said more already. */
export function dialled(call: Call, { at, result }: GraphAnswer & { at: number }): Advanced {
  switch (result.status) {
    case 'done':
      return result.wacid === undefined ? unchanged(call) : named(call, result.wacid);
    case 'unknown':
      if (call.life.phase !== 'dialling' || call.wacid !== null) return unchanged(call);
      return step(call, { ...call.life, until: Math.min(call.life.until, at + dialUnprovenFor) });
    case 'failed':
      // A webhook spoke of the call: it lives, whatever the answer was.
      if (call.wacid !== null) return unchanged(call);
      return never(call, result.code, at);
    default:
      return exhaustive(result);
  }
}

/**
 * Meta has named the call, by its answer or by a webhook that carries our id. A call that was given up before that is ended at Meta now.
 */
export function named(call: Call, wacid: string): Advanced {
  if (call.wacid !== null) return unchanged(call);
  const { life } = call;
  const known: Call = {
    ...call,
    wacid,
    // It was reached after all: the customer's phone has its whole time.
    life: life.phase === 'dialling' ? { ...life, until: life.claim.at + dialFor } : life,
  };
  const givenUp = life.phase === 'ending' || (life.phase === 'ended' && life.settledBy === 'clock');
  return { call: known, effects: givenUp ? [{ kind: 'graph', action: 'terminate', sdp: null }] : [], refused: null };
}

/** Meta's SDP answer: media can be negotiated while the customer's phone rings, so it does not mean that anybody picked up (§3.1). */
export function metaAnswered(call: Call, event: MetaAnswer): Advanced {
  const first = named(call, event.wacid);
  if (first.call.answer !== null || call.life.phase === 'ended') return first;
  const answered = { ...first.call, answer: event.sdp };
  return { ...first, call: answered, effects: [...first.effects, ...toldOf(answered)] };
}

/** One of Meta's statuses, which come in any order, before or after the answer and the end (§3.3). */
export function status(call: Call, event: Status & { at: number }): Advanced {
  const first = named(call, event.wacid);
  const { life } = first.call;
  switch (event.status) {
    case 'ringing': {
      if (first.call.rang) return first;
      const rang = { ...first, call: { ...first.call, rang: true } };
      if (life.phase !== 'dialling') return rang;
      return after(rang, step(rang.call, { ...life, ringing: true }, toldOf(rang.call)));
    }
    case 'accepted':
      return after(first, pickedUp(first.call, event.at));
    case 'rejected':
      return after(first, rejected(first.call, event.at));
    default:
      return exhaustive(event.status);
  }
}

/** The customer has picked up: Meta says so, or the desk hears them. */
export function pickedUp(call: Call, at: number): Advanced {
  const { life } = call;
  if (life.phase !== 'dialling') return unchanged(call);
  const until = call.limitMs === null ? null : at + call.limitMs;
  const seatBackBy = life.lostAt === null ? null : life.lostAt + seatGrace;
  const { claim } = life;
  return step(call, { phase: 'onCall', claim, startedAt: at, until, seatBackBy }, toldOf(call));
}

/** Nobody picked up in time, or Meta never said that it was reached. */
export function overdueDial(call: Call, life: Dialling, at: number): Advanced {
  if (at < life.until) return unchanged(call);
  const unheard = call.wacid === null;
  const verdict = unheard
    ? ({ outcome: 'failed', endedBy: 'system', code: 'connect-unknown' } as const)
    : ({ outcome: 'unanswered', endedBy: 'customer', code: null } as const);
  return end(call, verdict, at);
}

function rejected(call: Call, at: number): Advanced {
  const { life } = call;
  const verdict = { outcome: 'rejected', endedBy: 'customer', code: null } as const;
  if (life.phase === 'dialling') {
    // Meta ends it by itself: its terminate follows, or our clock settles it.
    return step(
      call,
      {
        phase: 'ending',
        verdict,
        claim: life.claim,
        startedAt: null,
        endedAt: at,
        settleBy: at + settleWithin,
      },
      toldOf(call),
    );
  }
  // The end came before its reason.
  if (life.phase === 'ended' && life.outcome === 'unanswered' && life.endedBy === 'customer') {
    return step(call, { ...life, ...verdict }, [{ kind: 'callOver' }]);
  }
  return unchanged(call);
}

/** Meta would not begin the call: there is nothing to end. */
function never(call: Call, code: CallCode, at: number): Advanced {
  const { life } = call;
  if (life.phase !== 'dialling' && life.phase !== 'ending') return unchanged(call);
  const ours = life.phase === 'ending' ? life.verdict : null;
  const ended: Ended = {
    phase: 'ended',
    ...(ours ?? { outcome: 'failed', endedBy: 'meta', code }),
    agentId: holderOf(call),
    startedAt: null,
    endedAt: at,
    durationSeconds: 0,
    settledBy: 'clock',
  };
  return step(call, ended, [{ kind: 'callOver' }]);
}

function after(first: Advanced, next: Advanced): Advanced {
  return { ...next, effects: [...first.effects, ...next.effects] };
}

/** The desk that calls is told where the call stands. */
function toldOf(call: Call): Effect[] {
  const agentId = holderOf(call);
  return agentId === null ? [] : [{ kind: 'callChanged', agentId }];
}
