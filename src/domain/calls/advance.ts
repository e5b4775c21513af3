import { exhaustive } from '../exhaustive.ts';
import { type Call, holderOf, type Ringing } from './call.ts';
import { answer, claimedSeat, graphAnswered, mediaConnected, mediaFailed, overdueClaim } from './claimed.ts';
import { hangUp, overdueEnding, settle } from './ending.ts';
import type { CallEvent, Connect, Floor, Terminate } from './event.ts';
import { dial, dialled, metaAnswered, overdueDial, pickedUp, status } from './outbound.ts';
import { agentFree, decline, fillRings, overdueRinging, ringFailed, ringingSeat } from './ringing.ts';
import { type Advanced, step, unchanged } from './step.ts';

/** The age at which a `connect` is dead (§8.3), ms. */
export const staleAfter = 60_000;

/**
 * The only place where a call changes state.
 *
 * Laws (`advance.test.ts`): at most one claim; accept is asked a second time only after an unknown answer; a final state is
 * final; every end is announced; what has ended has no deadline.
 *
 * @param call null for a call that nobody has heard of; only `connect`, `terminate` and `dial` can begin one.
 * @param floor who could be rung at this instant.
 * @throws TypeError when a call would begin with another event.
 */
export function advance(call: Call | null, event: CallEvent, floor: Floor): Advanced {
  if (event.kind === 'connect') return connect(call, event, event.at, floor);
  if (event.kind === 'terminate') return settle(call ?? unheardOf(event, event.at), event);
  if (event.kind === 'dial') return dial(call, event);
  if (call === null) throw new TypeError(`a call cannot begin with ${event.kind}`);
  switch (event.kind) {
    case 'answer':
      return answer(call, event);
    case 'decline':
      return decline(call, event, floor);
    case 'mediaConnected':
      return mediaConnected(call, event);
    case 'mediaFailed':
      return call.life.phase === 'ringing' ? ringFailed(call, call.life, event, floor) : mediaFailed(call, event);
    case 'hangUp':
      return hangUp(call, event);
    case 'seatLost':
      return seat(call, event.agentId, event.at, event.at, floor);
    case 'seatBack':
      return seat(call, event.agentId, null, event.at, floor);
    case 'agentFree':
      return call.life.phase === 'ringing' ? agentFree(call, call.life, event.at, floor) : unchanged(call);
    case 'graph':
      return event.action === 'connect' ? dialled(call, event) : graphAnswered(call, event);
    case 'metaAnswer':
      return metaAnswered(call, event);
    case 'status':
      return status(call, event);
    case 'customerHeard':
      return call.direction === 'outbound' && holderOf(call) === event.agentId
        ? pickedUp(call, event.at)
        : unchanged(call, 'notYours');
    case 'deadline':
      return deadline(call, event.at, floor);
    default:
      return exhaustive(event);
  }
}

function connect(known: Call | null, event: Connect, at: number, floor: Floor): Advanced {
  if (known !== null) {
    // Its end came first: it stays ended, but now it is known when it began.
    if (known.calledAt !== null || known.life.phase !== 'ended') return unchanged(known);
    return unchanged({ ...known, calledAt: event.calledAt, invitedBy: event.invitedBy, assignedTo: event.assignedTo });
  }
  const { calledAt, offer } = event;
  const until = Math.min(calledAt, at) + floor.policy.ringBudget;
  const life: Ringing = { phase: 'ringing', until, rings: [], tried: [], lookAgainAt: null };
  const call: Call = { ...unheardOf(event, at), calledAt, offer, life };
  if (at - calledAt <= staleAfter) return fillRings(call, life, at, floor);
  const never = { agentId: null, startedAt: null, endedAt: at, durationSeconds: 0, settledBy: 'clock' } as const;
  return step(call, { phase: 'ended', outcome: 'missed', endedBy: 'system', code: 'stale', ...never }, [
    { kind: 'callOver' },
  ]);
}

/** A call of which only one end is known yet; it rings nobody. */
function unheardOf(event: Connect | Terminate, at: number): Call {
  const { callId: id, wacid, channelId, customerId } = event;
  const nothing = { limitMs: null, invitedBy: null, assignedTo: null };
  const { limitMs, invitedBy, assignedTo } = event.kind === 'connect' ? event : nothing;
  const life: Ringing = { phase: 'ringing', until: at, rings: [], tried: [], lookAgainAt: null };
  return {
    id,
    wacid,
    direction: 'inbound',
    channelId,
    customerId,
    calledAt: null,
    limitMs,
    offer: '',
    answer: null,
    rang: false,
    invitedBy,
    assignedTo,
    reason: null,
    life,
  };
}

function seat(call: Call, agentId: string, lostAt: number | null, at: number, floor: Floor): Advanced {
  const { life } = call;
  if (life.phase === 'ringing') return ringingSeat(call, life, agentId, lostAt, at, floor);
  const claimed = life.phase !== 'ending' && life.phase !== 'ended';
  if (claimed && life.claim.agentId === agentId) return claimedSeat(call, life, lostAt);
  return unchanged(call);
}

function deadline(call: Call, at: number, floor: Floor): Advanced {
  const { life } = call;
  switch (life.phase) {
    case 'ringing':
      return overdueRinging(call, life, at, floor);
    case 'dialling':
      return overdueDial(call, life, at);
    case 'preAccepting':
    case 'connecting':
    case 'accepting':
    case 'onCall':
      return overdueClaim(call, life, at);
    case 'ending':
      return overdueEnding(call, life, at);
    case 'ended':
      return unchanged(call);
    default:
      return exhaustive(life);
  }
}
