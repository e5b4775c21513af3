import { z } from 'zod';
import { longestNote } from '../../domain/calls/call-note.ts';
import { undisturbedSpans } from '../../domain/people/undisturbed.ts';
import { verdicts } from '../../domain/quality/watch.ts';
import { availabilityChoiceSchema, availabilitySchema } from '../desk/availability.ts';
import { callNoteSchema } from '../desk/call-note.ts';
import { permissionAnswerSchema } from '../desk/permission.ts';
import { readinessSchema } from '../desk/readiness.ts';
import { callLimitSchema, lastContactSchema, seatSchema } from '../desk/socket.ts';
import { agentSchema, channelSchema, customerSchema, instantSchema, problemSchema } from '../desk/words.ts';
import { headsetViewSchema } from './headset.ts';
import { networkViewSchema } from './network.ts';
import {
  chosenDeviceSchema,
  deskTestActions,
  deskTestSchema,
  deviceSchema,
  microphoneStates,
  volumeSchema,
} from './voice.ts';

/**
 * What a window is shown and what it may ask for. The desk (Electron's main process, or the page itself in a browser) owns the truth;
 * windows mirror {@link DeskView} and send {@link DeskCommand}s back. All instants in a view are by this computer's clock.
 */

/** Where the connection to the relay stands. `attempts` counts since it was lost. */
export const connectionSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('idle') }),
  z.object({ status: z.literal('connecting') }),
  z.object({ status: z.literal('online') }),
  /** `trying`: the agent wanted to know now. */
  z.object({ status: z.literal('offline'), since: instantSchema, problem: problemSchema, trying: z.boolean() }),
]);
export type Connection = z.infer<typeof connectionSchema>;

export const sessionViewSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('restoring') }),
  z.object({ status: z.literal('signedOut'), problem: problemSchema.nullable() }),
  z.object({ status: z.literal('signingIn') }),
  z.object({ status: z.literal('signedIn'), agent: agentSchema }),
]);
export type SessionView = z.infer<typeof sessionViewSchema>;

export const ringViewSchema = z.object({
  ringId: z.string(),
  callId: z.string(),
  channel: channelSchema,
  customer: customerSchema,
  reason: z.string(),
  lastContact: lastContactSchema.nullable(),
  from: instantSchema,
  until: instantSchema,
  /** The agent pressed Answer; the relay has not said yet who got it. */
  answering: z.boolean(),
});
export type RingView = z.infer<typeof ringViewSchema>;

/** How the call sounds now; what is not known is null. Loss is 0..1. */
export const qualityViewSchema = z.object({
  verdict: z.enum(verdicts),
  bars: z.literal([1, 2, 3, 4]),
  /** The worse of both directions, 1..4.5. */
  mos: z.number(),
  roundTripMs: z.number().nullable(),
  heardLoss: z.number().nullable(),
  sentLoss: z.number().nullable(),
  jitterMs: z.number().nullable(),
});
export type QualityView = z.infer<typeof qualityViewSchema>;

export const callViewSchema = z.object({
  callId: z.string(),
  channel: channelSchema,
  customer: customerSchema,
  direction: z.enum(['inbound', 'outbound']),
  phase: z.enum(['dialling', 'connecting', 'onCall', 'ending']),
  /** The customer's phone rings, and nobody has picked up yet. */
  ringing: z.boolean(),
  startedAt: instantSchema.nullable(),
  /** When the call is ended because of its length; null where it may last. */
  limit: callLimitSchema.nullable(),
  muted: z.boolean(),
  microphone: z.enum(microphoneStates),
  /** Null until the call was heard for a second. */
  quality: qualityViewSchema.nullable(),
  /** What is wrong right now, if anything: microphone, network, relay. */
  problem: problemSchema.nullable(),
});
export type CallView = z.infer<typeof callViewSchema>;

/**
 * Where a note stands. `sending`: on its way · `here`: on this computer, and told to the relay when that is possible · `unkept`: this
 * computer could not keep it either · `sent`: the relay has it.
 */
export const noteViewSchema = callNoteSchema.extend({ stand: z.enum(['sending', 'here', 'unkept', 'sent']) });
export type NoteView = z.infer<typeof noteViewSchema>;

/** The last thing that was over, said for a short while: "Answered by Sari", "Ended after 4:12". */
export const overViewSchema = z.object({
  callId: z.string(),
  customer: customerSchema,
  sentence: z.string(),
  /** `failure` wants attention, `plain` is only news. */
  tone: z.enum(['plain', 'failure']),
  at: instantSchema,
});
export type OverView = z.infer<typeof overViewSchema>;

/** What became of a request for permission that this agent made. */
export const answeredViewSchema = z.object({
  customer: customerSchema,
  channel: channelSchema,
  answer: permissionAnswerSchema,
  at: instantSchema,
});
export type AnsweredView = z.infer<typeof answeredViewSchema>;

/** A call that the relay would not make, where there is a way out: asking for permission, or giving a reason. */
export const refusedDialSchema = z.object({
  customer: customerSchema,
  channel: channelSchema,
  why: z.enum(['noPermission', 'reasonNeeded']),
  sentence: z.string(),
});
export type RefusedDial = z.infer<typeof refusedDialSchema>;

export const deskViewSchema = z.object({
  relayUrl: z.string(),
  connection: connectionSchema,
  session: sessionViewSchema,
  seat: seatSchema.nullable(),
  availability: availabilitySchema,
  /** What Away can be chosen for. */
  awayReasons: z.array(z.string()),
  readiness: readinessSchema,
  network: networkViewSchema,
  /** The agent's own test of the devices. */
  deskTest: deskTestSchema,
  headset: headsetViewSchema,
  ring: ringViewSchema.nullable(),
  call: callViewSchema.nullable(),
  over: overViewSchema.nullable(),
  /** What the agent wrote here about calls, by call, as far as the records do not have it yet. */
  notes: z.record(z.string(), noteViewSchema),
  devices: z.object({
    microphones: z.array(deviceSchema),
    speakers: z.array(deviceSchema),
    microphone: z.string(),
    speaker: z.string(),
    /** The device that rings. */
    ringtone: z.string(),
    ringtoneVolume: volumeSchema,
  }),
  /** Counts up with every change of the history, so that a list knows when to ask again. */
  historyRevision: z.number().int(),
  /** Counts up when there may be something new about the customer whose page is open. */
  customerRevision: z.number().int(),
  /** Counts up when somebody wrote, or was read, so that the list of customers asks again. */
  customersRevision: z.number().int(),
  /** Another number means that message templates have changed. */
  templateRevision: z.number().int(),
  /** How many customers have written what nobody has read. */
  waitingCustomers: z.number().int(),
  answered: answeredViewSchema.nullable(),
  refusedDial: refusedDialSchema.nullable(),
  /** The last command that failed, until the next one or `dismissProblem`. */
  problem: problemSchema.nullable(),
});
export type DeskView = z.infer<typeof deskViewSchema>;

export const deskCommandSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('signIn'),
    email: z.string().max(254),
    password: z.string().max(256),
    /** Only where the relay's address is not given by the page itself. */
    relayUrl: z.string().max(2048).optional(),
  }),
  z.object({ kind: z.literal('signOut') }),
  z.object({ kind: z.literal('setAvailability'), availability: availabilityChoiceSchema }),
  z.object({ kind: z.literal('doNotDisturbFor'), span: z.enum(undisturbedSpans) }),
  /** Back to what the agent had before the call. */
  z.object({ kind: z.literal('endAfterCall') }),
  z.object({
    kind: z.literal('dial'),
    channel: channelSchema,
    customer: customerSchema,
    /** Needed before the unanswered call that would end the permission. */
    reason: z.string().trim().min(1).max(500).exactOptional(),
  }),
  z.object({ kind: z.literal('answer'), callId: z.string() }),
  z.object({ kind: z.literal('decline'), callId: z.string() }),
  z.object({ kind: z.literal('end'), callId: z.string() }),
  z.object({ kind: z.literal('setMuted'), muted: z.boolean() }),
  /** All of the note as it stands in the field; `seen` is the version of what was there before. */
  z.object({
    kind: z.literal('writeNote'),
    callId: z.string(),
    text: z.string().max(longestNote),
    seen: z.number().int().nonnegative(),
  }),
  z.object({ kind: z.literal('chooseMicrophone'), device: chosenDeviceSchema }),
  z.object({ kind: z.literal('chooseSpeaker'), device: chosenDeviceSchema }),
  z.object({ kind: z.literal('chooseRingtoneDevice'), device: chosenDeviceSchema }),
  z.object({ kind: z.literal('setRingtoneVolume'), volume: volumeSchema }),
  z.object({ kind: z.literal('playRingtone') }),
  z.object({ kind: z.literal('testDesk'), action: z.enum(deskTestActions) }),
  /** The buttons of the headset are tried, or no more. */
  z.object({ kind: z.literal('tryHeadset'), on: z.boolean() }),
  z.object({ kind: z.literal('testAudioPath') }),
  z.object({ kind: z.literal('retryMicrophone') }),
  /** The agent mended something, or allows the microphone: prove again, and ask for it. */
  z.object({ kind: z.literal('proveAgain') }),
  z.object({ kind: z.literal('takeOver') }),
  z.object({ kind: z.literal('dismissProblem') }),
  /** The customer whose page is open; null: none. */
  z.object({ kind: z.literal('watchCustomer'), customerId: z.string().max(200).nullable() }),
  z.object({ kind: z.literal('dismissAnswered') }),
  z.object({ kind: z.literal('dismissRefusedDial') }),
]);
export type DeskCommand = z.infer<typeof deskCommandSchema>;

/** Sent apart from the view, because they move ten times a second. */
export const levelsSchema = z.object({ sent: z.number(), heard: z.number() });
export type Levels = z.infer<typeof levelsSchema>;
