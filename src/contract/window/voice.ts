import { z } from 'zod';
import { headsetWishes } from '../../domain/headset/words.ts';
import type { Reading } from '../../domain/quality/reading.ts';
import { microphoneProofs } from '../../domain/readiness/readiness.ts';
import { iceSetupSchema } from '../desk/ice.ts';
import { instantSchema, problemSchema } from '../desk/words.ts';
import { headsetCallSchema, headsetFoundSchema, headsetTrialSchema } from './headset.ts';
import { audioPathSchema, audioRouteSchema } from './network.ts';

/**
 * Between the desk and the voice page, which owns microphone, speaker and peer connection.
 * One call at a time. In Electron this crosses IPC, in a browser it is a plain call; the shapes are the same.
 */

/** A device as it was chosen: the id may change between boots, the label helps to find it again. `null` is the system's default. */
export const chosenDeviceSchema = z.object({ deviceId: z.string(), label: z.string() }).nullable();
export type ChosenDevice = z.infer<typeof chosenDeviceSchema>;

/** 0 is silent, 1 as loud as it gets, even steps to the ear. */
export const volumeSchema = z.number().min(0).max(1);

/** `listen` opens the microphone · `record` some seconds of it and play them back · `tone` on the speaker · `stop` closes all of it. */
export const deskTestActions = ['listen', 'record', 'tone', 'stop'] as const;
export const deskTestStages = ['closed', 'opening', 'listening', 'recording', 'playing'] as const;
export const deskTestSchema = z.object({ stage: z.enum(deskTestStages), problem: problemSchema.nullable() });

export const voiceCommandSchema = z.discriminatedUnion('kind', [
  /** A call rings: make the peer connection and its answer, touch no microphone. Answered by `prepared`. */
  z.object({ kind: z.literal('prepare'), callId: z.string(), offer: z.string() }),
  /** The agent answered and the call is theirs: let ICE start and open the microphone, but attach nothing. */
  z.object({ kind: z.literal('answer'), callId: z.string() }),
  /** The company calls: make the peer connection and its offer, touch no microphone. Answered by `prepared`. */
  z.object({ kind: z.literal('offer'), callId: z.string() }),
  /** Meta's answer to that offer: let ICE start, open the microphone and attach it. */
  z.object({ kind: z.literal('takeAnswer'), callId: z.string(), sdp: z.string() }),
  /** It rings at the customer. */
  z.object({ kind: z.literal('ringback'), on: z.boolean() }),
  /** Meta accepted (HTTP 200): attach the microphone. */
  z.object({ kind: z.literal('attach'), callId: z.string() }),
  /** The call or the ring is over: close everything of it, microphone included. Safe to repeat. */
  z.object({ kind: z.literal('close'), callId: z.string() }),
  z.object({ kind: z.literal('mute'), muted: z.boolean() }),
  z.object({ kind: z.literal('chooseMicrophone'), device: chosenDeviceSchema }),
  z.object({ kind: z.literal('chooseSpeaker'), device: chosenDeviceSchema }),
  /** Where it rings, which may be another device than the one that is spoken with. */
  z.object({ kind: z.literal('chooseRingtoneDevice'), device: chosenDeviceSchema }),
  z.object({ kind: z.literal('setRingtoneVolume'), volume: volumeSchema }),
  /** Try the microphone again after a failure. */
  z.object({ kind: z.literal('retryMicrophone') }),
  /** The servers for the next call. */
  z.object({ kind: z.literal('useIce'), ice: iceSetupSchema }),
  /** Ask those servers which way sound would take: answered by `audioPath`. */
  z.object({ kind: z.literal('testAudioPath') }),
  z.object({ kind: z.literal('ringtone'), on: z.boolean() }),
  /** Play the ringtone once, for an agent who wants to hear it. A call that rings or goes on comes first. */
  z.object({ kind: z.literal('playRingtone') }),
  /** The agent tries the devices between calls; said in `deskTest` events. A call that rings ends it. */
  z.object({ kind: z.literal('testDesk'), action: z.enum(deskTestActions) }),
  /** What the headset takes part in from now on: it is opened, shows it, and what is pressed comes as `headsetWish`. */
  z.object({ kind: z.literal('headset'), call: headsetCallSchema }),
  /** The agent tries the headset's buttons between calls; said in `headsetTrial` events. */
  z.object({ kind: z.literal('tryHeadset'), on: z.boolean() }),
  /** The agent may just have allowed one: look again. Answered by `headset`. */
  z.object({ kind: z.literal('findHeadset') }),
  /**
   * Say whether a call could be taken: answered by `proved` with the same `id`. With `listen` the microphone is opened for some
   * 300 ms, unless a call has it; with `ask` even when nobody was asked yet whether it may be used.
   */
  z.object({ kind: z.literal('prove'), id: z.number().int(), listen: z.boolean(), ask: z.boolean() }),
]);
export type VoiceCommand = z.infer<typeof voiceCommandSchema>;

export const deviceSchema = z.object({ deviceId: z.string(), label: z.string() });
export type Device = z.infer<typeof deviceSchema>;

const known = z.number().nonnegative().nullable();
const share = z.number().min(0).max(1).nullable();

/** What about a second of a call was like, as the peer connection counted it; what it does not tell is null. */
export const readingSchema = z.object({
  seconds: z.number().nonnegative(),
  /** Packets of the customer that arrived. A muted phone sends some too. */
  heardPackets: z.number().nonnegative(),
  heardLoss: share,
  sentLoss: share,
  heardJitterMs: known,
  sentJitterMs: known,
  bufferMs: known,
  roundTripMs: known,
  heardLevel: share,
  sentLevel: share,
}) satisfies z.ZodType<Reading>;

/** `closed`: not open · `opening` · `live` · `silent`: open, but silence is sent in its place · `failed`: see the problem. */
export const microphoneStates = ['closed', 'opening', 'live', 'failed'] as const;

export const voiceEventSchema = z.discriminatedUnion('kind', [
  /** The voice page is up (again). A call that it had before is gone. */
  z.object({ kind: z.literal('started') }),
  z.object({ kind: z.literal('prepared'), callId: z.string(), sdp: z.string() }),
  /** ICE and DTLS are up: media can flow both ways. */
  z.object({ kind: z.literal('connected'), callId: z.string() }),
  /** Media cannot flow (any more); `fatal` ends the call, otherwise the network is being tried again. */
  z.object({ kind: z.literal('mediaProblem'), callId: z.string(), fatal: z.boolean(), problem: problemSchema }),
  /** The network is back after a `mediaProblem` that was not fatal. */
  z.object({ kind: z.literal('mediaRestored'), callId: z.string() }),
  z.object({ kind: z.literal('microphone'), state: z.enum(microphoneStates), problem: problemSchema.nullable() }),
  /** What the customer was heard on is gone; null once that is over. */
  z.object({ kind: z.literal('speaker'), problem: problemSchema.nullable() }),
  z.object({
    kind: z.literal('devices'),
    microphones: z.array(deviceSchema),
    speakers: z.array(deviceSchema),
    /** The ids in use; `default` is the system's choice. */
    microphone: z.string(),
    speaker: z.string(),
    ringtone: z.string(),
  }),
  /** `heardAt`: when the microphone was last open and not digitally silent. */
  z.object({
    kind: z.literal('proved'),
    id: z.number().int(),
    microphone: z.enum(microphoneProofs),
    output: z.boolean(),
    heardAt: instantSchema.nullable(),
  }),
  /** The network of this computer changed: what was proved over the old one counts no more. */
  z.object({ kind: z.literal('networkChanged') }),
  /** How the sound of this call leaves the computer. */
  z.object({ kind: z.literal('route'), callId: z.string(), route: audioRouteSchema }),
  z.object({ kind: z.literal('audioPath'), path: audioPathSchema }),
  /** Which headset there is, and why it does not work, where it does not. */
  z.object({ kind: z.literal('headset'), found: headsetFoundSchema, problem: problemSchema.nullable() }),
  /** What was pressed at the headset, for the call that it was told of. */
  z.object({ kind: z.literal('headsetWish'), callId: z.string(), wish: z.enum(headsetWishes) }),
  /** How the agent's trial of its buttons stands; null when it is over. */
  z.object({ kind: z.literal('headsetTrial'), trial: headsetTrialSchema.nullable() }),
  /** How the agent's own test of the devices stands. */
  z.object({ kind: z.literal('deskTest'), ...deskTestSchema.shape }),
  /** Peak levels 0..1 of what is sent and what is heard, about 10 times a second while a microphone is open. */
  z.object({ kind: z.literal('levels'), sent: z.number(), heard: z.number() }),
  /** Once a second while the call is connected. */
  z.object({ kind: z.literal('quality'), callId: z.string(), reading: readingSchema }),
]);
export type VoiceEvent = z.infer<typeof voiceEventSchema>;

export type VoicePort = {
  send(command: VoiceCommand): void;
  /** @returns stops listening */
  listen(listener: (event: VoiceEvent) => void): () => void;
};
