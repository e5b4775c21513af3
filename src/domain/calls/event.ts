import type { FloorAgent, RingPolicy } from '../ringing/plan.ts';
import type { CallCode, SoundCode } from './code.ts';

/** Everything that can happen to a call. `at` is when the relay learnt of it, ms. */
export type CallEvent = { at: number } & (
  | Connect
  | Terminate
  | Dial
  | MetaAnswer
  | Status
  | { kind: 'customerHeard'; agentId: string }
  | { kind: 'answer'; agentId: string; ringId: string; sdp: string }
  | { kind: 'decline'; agentId: string; ringId: string }
  | { kind: 'mediaConnected'; agentId: string }
  | { kind: 'mediaFailed'; agentId: string; code: SoundCode }
  | { kind: 'hangUp'; agentId: string }
  | { kind: 'seatLost'; agentId: string }
  | { kind: 'seatBack'; agentId: string }
  /** Somebody can be rung who could not. */
  | { kind: 'agentFree'; agentId: string }
  | { kind: 'deadline' }
  | GraphAnswer
);

/** Meta's `connect` webhook (§2.3). It makes the call, or completes one whose end came first. */
export type Connect = {
  kind: 'connect';
  callId: string;
  wacid: string;
  channelId: string;
  customerId: string;
  calledAt: number;
  offer: string;
  /** How long a call may last on this channel, ms; null: as long as they talk. */
  limitMs: number | null;
  /** The agent by whose invitation the customer calls; null without one. */
  invitedBy: string | null;
  /** The agent to whom the customer is assigned; null without one. */
  assignedTo: string | null;
};

/** Meta's `terminate` webhook (§2.5). Answered or missed is decided by `startedAt`, not by Meta's status. */
export type Terminate = {
  kind: 'terminate';
  callId: string;
  wacid: string;
  channelId: string;
  customerId: string;
  startedAt: number | null;
  endedAt: number | null;
  durationSeconds: number | null;
  /** Meta's code when the call failed. */
  code: CallCode | null;
};

/** An agent calls a customer who may be called now. */
export type Dial = {
  kind: 'dial';
  /** Made by the desk, so that a repeated command is known again; Meta gives it back as `biz_opaque_callback_data`. */
  callId: string;
  dialId: string;
  agentId: string;
  channelId: string;
  customerId: string;
  /** Our SDP offer. */
  sdp: string;
  /** Why the agent calls although it may cost the permission; kept with the call. */
  reason: string | null;
  /** How long a call may last on this channel, ms; null: as long as they talk. */
  limitMs: number | null;
};

/** Meta's `connect` webhook of an outbound call: its SDP answer (§3.3). */
export type MetaAnswer = { kind: 'metaAnswer'; wacid: string; sdp: string };

/** Meta's status webhook of an outbound call (§3.3). */
export type Status = { kind: 'status'; wacid: string; status: 'ringing' | 'accepted' | 'rejected' };

export type GraphAction = 'connect' | 'pre_accept' | 'accept' | 'reject' | 'terminate';

/** `unknown`: the request may or may not have arrived (a timeout, a relay that died in between). */
export type GraphAnswer = {
  kind: 'graph';
  action: GraphAction;
  /** `wacid`: the name that Meta gave to a call of ours. */
  result: { status: 'done'; wacid?: string } | { status: 'failed'; code: CallCode } | { status: 'unknown' };
};

/** What the relay must do, after the call and its effects are saved. */
export type Effect =
  /** Ask Meta. A row until its answer is known; a newer one replaces an older one that was not sent yet. */
  | { kind: 'graph'; action: GraphAction; sdp: string | null }
  /** What was not sent to Meta yet is not asked any more. */
  | { kind: 'unask' }
  /** Present the call to a seat, or take it away again. */
  | { kind: 'ring'; ringId: string; agentId: string }
  | { kind: 'ringOver'; ringId: string; agentId: string; reason: RingOverReason; colleagueId: string | null }
  /** Tell the seat that has the call where it stands. */
  | { kind: 'callChanged'; agentId: string }
  /** Tell everybody concerned that it is over. */
  | { kind: 'callOver' }
  /** It rang at an agent until their time ran out, or their talk is over: what that makes of their availability is another rule. */
  | { kind: 'ringMissed'; agentId: string }
  | { kind: 'talkEnded'; agentId: string };

export type RingOverReason = 'answeredByColleague' | 'callerGaveUp' | 'timeRanOut' | 'declined' | 'failed';

/** Who could be rung at this instant, and by which rule. */
export type Floor = { agents: readonly FloorAgent[]; policy: RingPolicy };

/** A command that came too late or from the wrong seat. */
export type Refusal = 'answeredByColleague' | 'callOver' | 'ringOver' | 'notYours';
