import { exhaustive } from '../exhaustive.ts';
import { type Call, type Claimed, type Dialling, holderOf, type Life, type OnCall } from './call.ts';
import type { SoundCode } from './code.ts';
import { end, notInThisState, silence } from './ending.ts';
import type { GraphAnswer } from './event.ts';
import { type Advanced, step, unchanged } from './step.ts';

/** From Answer to sound, at most: Meta waits 30 to 60 s after `connect`, an agent does not. ms */
export const connectWithin = 20_000;

/** How long an agent's desk may be away in a call before the call is ended, ms. Meta itself drops silence after 30 s. */
export const seatGrace = 60_000;

/** When it is unknown whether pre_accept arrived, accept is asked without media after this long. It may be sent without (§2.2). ms */
export const acceptUnprovenAfter = 4_000;

type Answer = { at: number; agentId: string; ringId: string; sdp: string };

/** The first to answer has it; the others fall silent. */
export function answer(call: Call, event: Answer): Advanced {
  const { life } = call;
  if (life.phase === 'ended') return unchanged(call, 'callOver');
  if (life.phase !== 'ringing') {
    // Sent twice: it is theirs already. Otherwise somebody was faster.
    const { claim } = life;
    if (claim?.ringId === event.ringId && claim.agentId === event.agentId) return unchanged(call);
    return unchanged(call, claim === null ? 'ringOver' : 'answeredByColleague');
  }
  const ring = life.rings.find((one) => one.ringId === event.ringId && one.agentId === event.agentId);
  if (ring === undefined) return unchanged(call, 'ringOver');
  const claim = { agentId: event.agentId, ringId: event.ringId, sdp: event.sdp, at: event.at };
  const claimed: Claimed = {
    phase: 'preAccepting',
    claim,
    mediaUp: false,
    until: event.at + connectWithin,
    acceptAt: null,
    accepts: 0,
    lostAt: null,
  };
  return step(call, claimed, [
    { kind: 'graph', action: 'pre_accept', sdp: event.sdp },
    ...silence(life, 'answeredByColleague', claim),
    { kind: 'callChanged', agentId: event.agentId },
  ]);
}

/** ICE and DTLS are up at the desk: Meta may be asked to accept. */
export function mediaConnected(call: Call, event: { at: number; agentId: string }): Advanced {
  const { life } = call;
  if (holderOf(call) !== event.agentId) return unchanged(call, 'notYours');
  if (life.phase === 'preAccepting') return step(call, { ...life, mediaUp: true });
  if (life.phase === 'connecting') return accept(call, { ...life, mediaUp: true });
  return unchanged(call);
}

/** The desk cannot carry the sound. */
export function mediaFailed(call: Call, event: { at: number; agentId: string; code: SoundCode }): Advanced {
  if (holderOf(call) !== event.agentId) return unchanged(call, 'notYours');
  return end(call, { outcome: 'disconnected', endedBy: 'system', code: event.code }, event.at);
}

/** What Meta said to an action of ours. An answer to a step that is behind us changes nothing. */
export function graphAnswered(call: Call, event: GraphAnswer & { at: number }): Advanced {
  const { life } = call;
  if (event.action === 'pre_accept' && life.phase === 'preAccepting') return preAccepted(call, life, event);
  if (event.action === 'accept' && life.phase === 'accepting') return accepted(call, life, event);
  return unchanged(call);
}

/** Time has passed on the way to sound, or while the agent's desk is away. */
export function overdueClaim(call: Call, life: Claimed | OnCall, at: number): Advanced {
  if (life.phase === 'onCall') {
    if (life.until !== null && at >= life.until)
      return end(call, { outcome: 'completed', endedBy: 'system', code: 'call-limit' }, at);
    if (life.seatBackBy === null || at < life.seatBackBy) return unchanged(call);
    return end(call, { outcome: 'disconnected', endedBy: 'system', code: 'seat-lost' }, at);
  }
  if (at >= life.until) return end(call, { outcome: 'disconnected', endedBy: 'system', code: 'media-timeout' }, at);
  if (life.phase === 'connecting' && life.acceptAt !== null && at >= life.acceptAt) return accept(call, life);
  return unchanged(call);
}

/** The desk of a call dropped off (`lostAt`) or is back (null). On the way to sound that only matters once the call is on. */
export function claimedSeat(call: Call, life: Dialling | Claimed | OnCall, lostAt: number | null): Advanced {
  if (life.phase !== 'onCall') return step(call, { ...life, lostAt: lostAt === null ? null : (life.lostAt ?? lostAt) });
  const seatBackBy = lostAt === null ? null : (life.seatBackBy ?? lostAt + seatGrace);
  return step(call, { ...life, seatBackBy });
}

function preAccepted(call: Call, life: Claimed, { at, result }: GraphAnswer & { at: number }): Advanced {
  switch (result.status) {
    case 'done':
      return life.mediaUp ? accept(call, life) : connecting(call, { ...life, phase: 'connecting' });
    case 'unknown':
      if (life.mediaUp) return accept(call, life);
      return connecting(call, { ...life, phase: 'connecting', acceptAt: at + acceptUnprovenAfter });
    case 'failed':
      return end(call, { outcome: 'disconnected', endedBy: 'meta', code: result.code }, at);
    default:
      return exhaustive(result);
  }
}

function accepted(call: Call, life: Claimed, { at, result }: GraphAnswer & { at: number }): Advanced {
  const { claim } = life;
  const seatBackBy = life.lostAt === null ? null : life.lostAt + seatGrace;
  const on: Life = {
    phase: 'onCall',
    claim,
    startedAt: at,
    until: call.limitMs === null ? null : at + call.limitMs,
    seatBackBy,
  };
  const sound = step(call, on, [{ kind: 'callChanged', agentId: claim.agentId }]);
  switch (result.status) {
    case 'done':
      return sound;
    case 'unknown':
      // Asked once more, and only because Meta refuses an accept of a call that is on: nothing is done twice.
      if (life.accepts < 2) return accept(call, life);
      return end(call, { outcome: 'disconnected', endedBy: 'system', code: 'accept-unknown' }, at);
    case 'failed':
      // The first accept, whose answer was lost, had been applied: the second is refused because the call is on.
      if (life.accepts > 1 && result.code === notInThisState) return sound;
      return end(call, { outcome: 'disconnected', endedBy: 'meta', code: result.code }, at);
    default:
      return exhaustive(result);
  }
}

function connecting(call: Call, life: Claimed): Advanced {
  return step(call, life, [{ kind: 'callChanged', agentId: life.claim.agentId }]);
}

function accept(call: Call, life: Claimed): Advanced {
  return step(call, { ...life, phase: 'accepting', acceptAt: null, accepts: life.accepts + 1 }, [
    { kind: 'graph', action: 'accept', sdp: life.claim.sdp },
    { kind: 'callChanged', agentId: life.claim.agentId },
  ]);
}
