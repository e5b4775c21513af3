import { z } from 'zod';
import { type AvailabilityFact, type availabilityCommandSchema, availabilityFactSchema } from './availability.ts';
import { callNoteSchema, type writeNoteSchema } from './call-note.ts';
import { type IceSetup, iceSetupSchema } from './ice.ts';
import {
  type customerChangedSchema,
  customersChangedSchema,
  type PermissionAnswered,
  type watchCustomerSchema,
} from './permission.ts';
import { qualitySummarySchema } from './quality.ts';
import type { proofSchema } from './readiness.ts';
import {
  agentSchema,
  channelSchema,
  customerSchema,
  instantSchema,
  outcomeSchema,
  partySchema,
  problemSchema,
  type Reply,
} from './words.ts';

/**
 * The desk socket: Socket.IO namespace `/desk`, token in `auth`.
 * The relay speaks in facts, the desk in commands; every command is acknowledged with a {@link Reply}.
 */
export const deskNamespace = '/desk';

/**
 * Sent with the handshake. A desk is one installation (or one browser profile) and keeps its id for life. The `message` of a
 * refusal (`connect_error`) is a code: `token` means sign in again, `auth` that this is not understood, `unavailable` try later.
 */
export const deskAuthSchema = z.object({
  token: z.string().min(1).max(512),
  deskId: z.string().min(8).max(64),
  /** What a person would call this desk: the computer's name, or "Browser". */
  deskName: z.string().min(1).max(64),
});
export type DeskAuth = z.infer<typeof deskAuthSchema>;

/** One call presented to one seat. */
/** The newest earlier call with a customer on a number, whoever had it. */
export const lastContactSchema = z.object({
  calledAt: instantSchema,
  outcome: outcomeSchema,
  endedBy: partySchema.nullable(),
  /** Whole seconds of talk; 0 when nobody talked. */
  durationSeconds: z.number().int().nonnegative(),
  /** The agent who took it or made it; null when nobody did. */
  agentName: z.string().nullable(),
});
export type LastContact = z.infer<typeof lastContactSchema>;

export const ringSchema = z.object({
  ringId: z.string(),
  callId: z.string(),
  channel: channelSchema,
  customer: customerSchema,
  /** Why it rings here, in words for the card. */
  reason: z.string(),
  /** Null: they have never called or been called. An older relay does not say. */
  lastContact: lastContactSchema.nullable().default(null),
  /** When the customer pressed Call, by Meta's clock. */
  calledAt: instantSchema,
  /** When this ring began and when it runs out, by the relay's clock. */
  from: instantSchema,
  until: instantSchema,
  /** The relay's clock at sending, so that a desk with a wrong clock counts down rightly. */
  now: instantSchema,
  /** Meta's SDP offer. Never to be logged. */
  offer: z.string(),
  /** No other desk can answer this call now: its media may begin with the click, beside the claim. */
  alone: z.boolean(),
});
export type Ring = z.infer<typeof ringSchema>;

/** Why a ring is over for this seat. One that it answered is not over: the acknowledgement or `call` says that it is its call now. */
export const ringOverReasons = [
  'answeredByColleague',
  'callerGaveUp',
  'timeRanOut',
  'declined',
  'seatMoved',
  'failed',
] as const;

/** Where a call goes on that one agent did not want: whom it rings for now, by name, and whether somebody is expected back. */
export const goesOnSchema = z.object({ colleagues: z.array(z.string()), waits: z.boolean() });
export type GoesOn = z.infer<typeof goesOnSchema>;

export const ringOverSchema = z.object({
  ringId: z.string(),
  callId: z.string(),
  reason: z.enum(ringOverReasons),
  /** The colleague who answered, with `answeredByColleague`. */
  colleague: z.string().nullable(),
  /** Where the call goes on, with `declined`; otherwise null. */
  goesOn: goesOnSchema.nullable(),
});
export type RingOver = z.infer<typeof ringOverSchema>;

/**
 * Where a call stands, for the seat that has it.
 * `dialling`: this seat calls, nobody picked up yet · `claimed`: this seat won it · `connecting`: Meta has the answer, ICE and DTLS come up · `accepting`: accept is under way ·
 * `onCall`: accept returned 200, the microphone may be attached · `ending`: the end is under way.
 */
export const callPhases = ['dialling', 'claimed', 'connecting', 'accepting', 'onCall', 'ending'] as const;

/** `until` by the relay's clock in what it sends, by this computer's in a view. */
export const callLimitSchema = z.object({ until: instantSchema, minutes: z.number().positive() });
export type CallLimit = z.infer<typeof callLimitSchema>;

export const liveCallSchema = z.object({
  callId: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  channel: channelSchema,
  customer: customerSchema,
  phase: z.enum(callPhases),
  /** Meta says that the customer's phone rings. */
  ringing: z.boolean().default(false),
  /** Meta's SDP answer to the offer of this seat; null until it is there. Never to be logged. */
  answer: z.string().nullable().default(null),
  /** When both sides were connected; null before. */
  startedAt: instantSchema.nullable(),
  /** When the call is ended, and after how many minutes of talk; null while it is not on, or where calls have no limit. */
  limit: callLimitSchema.nullable(),
  now: instantSchema,
});
export type LiveCall = z.infer<typeof liveCallSchema>;

/** A call that is over, as it stands in a history. */
export const callRecordSchema = z.object({
  callId: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  channel: channelSchema,
  customer: customerSchema,
  outcome: outcomeSchema,
  endedBy: partySchema.nullable(),
  /** Meta's or our own code when something failed. */
  code: z.string().nullable(),
  /** What happened, for a person; null when the outcome says it all. */
  sentence: z.string().nullable(),
  /** The agent who took it. */
  agentName: z.string().nullable(),
  calledAt: instantSchema,
  startedAt: instantSchema.nullable(),
  endedAt: instantSchema,
  /** Whole seconds of talk; 0 when nobody talked. */
  durationSeconds: z.number().int().nonnegative(),
  /** How it sounded at the desk that had it; null when nothing was measured or told. */
  quality: qualitySummarySchema.nullable(),
  /** Who took it and may write its note; null when nobody did. */
  agentId: z.string().nullable().default(null),
  note: callNoteSchema.nullable().default(null),
});
export type CallRecord = z.infer<typeof callRecordSchema>;

/** Whether this connection is the agent's one seat. */
export const seatSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('held') }),
  /** Another desk of the same agent has the seat. `moved`: it was ours until `at`. */
  z.object({
    status: z.enum(['elsewhere', 'moved']),
    deskName: z.string(),
    at: instantSchema,
    /** The other desk is in a call: taking over waits until it ends. */
    onCall: z.boolean(),
  }),
]);
export type Seat = z.infer<typeof seatSchema>;

/** The whole truth for one desk, sent at every connect and whenever the seat changes hands. */
export const deskSyncSchema = z.object({
  agent: agentSchema,
  seat: seatSchema,
  ring: ringSchema.nullable(),
  call: liveCallSchema.nullable(),
  /** Records of this agent's calls that ended after `since` in the desk's `hello`; newest first. */
  ended: z.array(callRecordSchema),
  ...availabilityFactSchema.shape,
  ...customersChangedSchema.partial().shape,
  /** Which servers help the sound out of the network; an older relay says nothing. */
  ice: iceSetupSchema.exactOptional(),
});
export type DeskSync = z.infer<typeof deskSyncSchema>;

export const answerSchema = z.object({ callId: z.string(), ringId: z.string(), sdp: z.string().min(1).max(64_000) });
/** The seat calls a customer. `callId` and `dialId` are made by the desk, so that a repeated command is known again. */
export const dialSchema = z.object({
  callId: z.uuid(),
  dialId: z.uuid(),
  channelId: z.string(),
  customerId: z.string(),
  sdp: z.string().min(1).max(64_000),
  /** Why the customer is called although one more unanswered call takes the permission away; needed then, kept with the call. */
  reason: z.string().trim().min(1).max(500).optional(),
});
export const declineSchema = z.object({ callId: z.string(), ringId: z.string() });
export const callRefSchema = z.object({ callId: z.string() });
export const echoSchema = z.object({});
/** The first word of a desk after connecting; the relay answers with `sync`. */
export const helloSchema = z.object({ since: instantSchema });

/** What went wrong with the media, as the desk saw it. */
export const mediaFailureSchema = z.object({ callId: z.string(), problem: problemSchema });

/** How a call sounded, told when it is over at the desk; the relay takes it for a while after the end too. */
export const callQualitySchema = z.object({ callId: z.string(), summary: qualitySummarySchema });

type Ack = (reply: Reply) => void;

/** Commands, desk → relay. Each is safe to send twice. */
export type DeskToRelay = {
  hello: (hello: z.infer<typeof helloSchema>, ack: Ack) => void;
  answer: (answer: z.infer<typeof answerSchema>, ack: Ack) => void;
  dial: (dial: z.infer<typeof dialSchema>, ack: Ack) => void;
  /** The first sound of the customer has come: they picked up. */
  'customer.heard': (call: z.infer<typeof callRefSchema>, ack: Ack) => void;
  decline: (decline: z.infer<typeof declineSchema>, ack: Ack) => void;
  'media.connected': (call: z.infer<typeof callRefSchema>, ack: Ack) => void;
  'media.failed': (failure: z.infer<typeof mediaFailureSchema>, ack: Ack) => void;
  'call.quality': (quality: z.infer<typeof callQualitySchema>, ack: Ack) => void;
  'call.note': (written: z.infer<typeof writeNoteSchema>, ack: Ack) => void;
  end: (call: z.infer<typeof callRefSchema>, ack: Ack) => void;
  availability: (command: z.infer<typeof availabilityCommandSchema>, ack: Ack) => void;
  'customer.watch': (watched: z.infer<typeof watchCustomerSchema>, ack: Ack) => void;
  takeOver: (nothing: Record<string, never>, ack: Ack) => void;
  /** Changes nothing: how long the answer takes is what the desk wants to know. */
  echo: (nothing: Record<string, never>, ack: Ack) => void;
  /** The desk would hear a call, and be heard, or why not. The answer is the relay's half of the proof. */
  proof: (proof: z.infer<typeof proofSchema>, ack: Ack) => void;
};

/** Facts, relay → desk. */
export type RelayToDesk = {
  sync: (sync: DeskSync) => void;
  ring: (ring: Ring) => void;
  'ring.over': (over: RingOver) => void;
  call: (call: LiveCall) => void;
  'call.over': (record: CallRecord) => void;
  availability: (fact: AvailabilityFact) => void;
  /** Credentials that were told run out soon: here are new ones, for the next call. */
  ice: (ice: IceSetup) => void;
  /** About the customer whose card is open at this desk something is new: read it again. */
  'customer.changed': (changed: z.infer<typeof customerChangedSchema>) => void;
  /** Somebody wrote, answered or was read among the customers of this agent: read the list again. */
  'customers.changed': (changed: z.infer<typeof customersChangedSchema>) => void;
  /** What became of a request for permission, to the agent who asked; told again until a desk says that it has heard. */
  'permission.answered': (answered: PermissionAnswered, heard: () => void) => void;
  /** Message templates have changed: who shows them reads them again. */
  'templates.changed': (nothing: Record<string, never>) => void;
  /** The token was revoked or has expired: sign in again. */
  'signed.out': (problem: z.infer<typeof problemSchema>) => void;
};
