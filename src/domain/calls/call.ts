import type { CallCode } from './code.ts';
import type { Outcome, Party } from './outcome.ts';

/**
 * A call is a value; {@link advance} in `advance.ts` is the only place where it changes.
 *
 * ```
 *  connect ─► ringing ─answer─► preAccepting ─200─► connecting ─media up─► accepting ─200─► onCall
 *                │                   │                  │                     │               │
 *                └─ nobody left ─────┴──── hang-up, failure, lost seat, limit ┴───────────────┤
 *                                                                                             ▼
 *                         Meta's terminate, from any phase ───────────────────► ended ◄── ending
 *
 *  dial ─► dialling ─ACCEPTED, or the customer is heard─► onCall
 * ```
 *
 * All instants are milliseconds since the epoch. Source: Meta calling reference §2 and §13.2.
 */
export type Call = {
  id: string;
  /** Meta's id of the call; opaque. Null while an outbound call has none yet. */
  wacid: string | null;
  direction: 'inbound' | 'outbound';
  channelId: string;
  customerId: string;
  /** When the customer pressed Call, by Meta's clock, or the agent by ours; null while only the end of the call is known. */
  calledAt: number | null;
  /** How long it may last once it is on, ms; null: as long as they talk. */
  limitMs: number | null;
  /** The SDP offer, Meta's or for an outbound call ours; empty once the call has ended. */
  offer: string;
  /** Meta's SDP answer to ours; null until it is there, and for inbound calls. */
  answer: string | null;
  /** Meta said that the phone of the customer whom we call rang. */
  rang: boolean;
  /** The agent by whose invitation the customer called; null without one. */
  invitedBy: string | null;
  /** The agent to whom the customer was assigned when they called; null without one, and when we call. */
  assignedTo: string | null;
  /** Why the agent called although it may cost the permission; null where that was not asked, and for inbound calls. */
  reason: string | null;
  life: Life;
};

export type Life = Ringing | Dialling | Claimed | OnCall | Ending | Ended;

export type Ringing = {
  phase: 'ringing';
  /** The end of the ring budget. */
  until: number;
  rings: readonly Ring[];
  /** Those who were rung and did not take it. */
  tried: readonly Tried[];
  /** Set while nobody can be rung but someone is expected back: when to look again. */
  lookAgainAt: number | null;
};

/** One call presented to one agent's seat. */
export type Ring = {
  ringId: string;
  agentId: string;
  reason: RingReason;
  from: number;
  until: number;
  /** Since when the seat has been unreachable; null while it is there. */
  lostAt: number | null;
};

export type RingReason = FirstTurnReason | 'onlyOne' | 'longestIdle' | 'passedOn';

/** `invited`: the customer calls by their invitation · `assigned`: the customer is assigned to them. */
export type FirstTurnReason = 'invited' | 'assigned';

export type Tried = { agentId: string; how: 'declined' | 'timedOut' | 'lost' | 'failed' };

/** An agent calls, and nobody has picked up yet. */
export type Dialling = {
  phase: 'dialling';
  /** Whose call it is; `sdp` is our offer. */
  claim: Claim;
  /** Meta says that the customer's phone rings. */
  ringing: boolean;
  /** It is given up then. */
  until: number;
  /** Since when the seat has been unreachable; null while it is there. */
  lostAt: number | null;
};

/** Won by a seat, on the way to sound. */
export type Claimed = {
  phase: 'preAccepting' | 'connecting' | 'accepting';
  claim: Claim;
  /** ICE and DTLS are up at the desk. */
  mediaUp: boolean;
  /** The call fails when it is not on by then. */
  until: number;
  /** Whether Meta has pre-accepted is not known: accept at this time even without media. */
  acceptAt: number | null;
  /** How often accept was sent; a second time only after an unknown result. */
  accepts: number;
  /** Since when the seat has been unreachable; null while it is there. */
  lostAt: number | null;
};

export type Claim = {
  agentId: string;
  ringId: string;
  /** The SDP answer, which pre_accept and accept must carry identically (§2.4); our offer when we call. */
  sdp: string;
  at: number;
};

export type OnCall = {
  phase: 'onCall';
  claim: Claim;
  startedAt: number;
  /** The limit of the call: it is ended then; null: never. */
  until: number | null;
  /** The seat must be back by then; null while it is there. */
  seatBackBy: number | null;
};

/** The business side has ended it; Meta's terminate settles the rest. */
export type Ending = {
  phase: 'ending';
  verdict: Verdict;
  claim: Claim | null;
  startedAt: number | null;
  endedAt: number;
  /** Without Meta's word by then, our own clock settles it. */
  settleBy: number;
};

export type Verdict = { outcome: Outcome; endedBy: Party; code: CallCode | null };

export type Ended = Verdict & {
  phase: 'ended';
  agentId: string | null;
  startedAt: number | null;
  endedAt: number;
  /** Whole seconds of talk; 0 when nobody talked. */
  durationSeconds: number;
  /** Meta's terminate gave the times; otherwise our clock did, and Meta may still correct the duration. */
  settledBy: 'meta' | 'clock';
};

export function isLive(call: Call): boolean {
  return call.life.phase !== 'ended';
}

/** The seat that has the call, or had it when it ended. */
export function holderOf(call: Call): string | null {
  const { life } = call;
  switch (life.phase) {
    case 'ringing':
      return null;
    case 'ended':
      return life.agentId;
    case 'ending':
      return life.claim?.agentId ?? null;
    default:
      return life.claim.agentId;
  }
}

/** The agents who cannot be rung by another call because of this one. */
export function occupiedBy(call: Call): readonly string[] {
  if (call.life.phase === 'ringing') return call.life.rings.map((ring) => ring.agentId);
  if (call.life.phase === 'ended') return [];
  const holder = holderOf(call);
  return holder === null ? [] : [holder];
}

/** When this call next needs attention without anybody doing anything; null: never. */
export function dueAt(call: Call): number | null {
  const { life } = call;
  switch (life.phase) {
    case 'ringing': {
      const ends = life.rings.map((ring) =>
        ring.lostAt === null ? ring.until : Math.min(ring.until, ring.lostAt + lostRingGrace),
      );
      return Math.min(life.until, life.lookAgainAt ?? Number.POSITIVE_INFINITY, ...ends);
    }
    case 'dialling':
      return life.until;
    case 'preAccepting':
    case 'connecting':
    case 'accepting':
      return Math.min(life.until, life.phase === 'connecting' ? (life.acceptAt ?? life.until) : life.until);
    case 'onCall':
      return earlier(life.until, life.seatBackBy);
    case 'ending':
      return life.settleBy;
    case 'ended':
      return null;
  }
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** How long a ring waits for a seat that dropped off, ms. */
export const lostRingGrace = 5_000;
