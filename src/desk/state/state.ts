import type { IceSetup } from '../../contract/desk/ice.ts';
import type { CallLimit, LastContact, Seat } from '../../contract/desk/socket.ts';
import type { Channel, Customer, Problem } from '../../contract/desk/words.ts';
import type { HeadsetCallOfDesk, HeadsetView } from '../../contract/window/headset.ts';
import type { NetworkView } from '../../contract/window/network.ts';
import type {
  AnsweredView,
  Connection,
  DeskView,
  OverView,
  RefusedDial,
  SessionView,
} from '../../contract/window/view.ts';
import type { ChosenDevice, VoiceEvent } from '../../contract/window/voice.ts';
import type { Availability, AvailabilityChoice } from '../../domain/people/availability.ts';
import type { Quality } from '../../domain/quality/quality.ts';
import type { KeptNote } from '../ports.ts';
import type { KnownReadiness } from '../readiness/reduce-readiness.ts';

/**
 * Where a ring stands at this desk. `answering`: Answer was pressed, the SDP answer is not made yet · `claiming`: the relay has
 * our answer (or will, once it is back) · `declining`: Decline was pressed, the card is already gone.
 */
export type RingStage = 'ringing' | 'answering' | 'claiming' | 'declining';

export type DeskRing = {
  ringId: string;
  callId: string;
  channel: Channel;
  customer: Customer;
  reason: string;
  lastContact: LastContact | null;
  /** By this computer's clock. */
  from: number;
  until: number;
  offer: string;
  /** No other desk can answer this call now. */
  alone: boolean;
  stage: RingStage;
};

export type DeskCall = {
  callId: string;
  channel: Channel;
  customer: Customer;
  /** Set for a call that this desk makes; null for one that came in. */
  dial: Dial | null;
  phase: 'dialling' | 'connecting' | 'onCall' | 'ending';
  /** By this computer's clock. */
  startedAt: number | null;
  limit: CallLimit | null;
  muted: boolean;
  /** Null until it was heard for a second. */
  quality: Quality | null;
  /** What is wrong with the network of this call. */
  problem: Problem | null;
};

/** How far a call is that this desk makes. `asked`: the relay was asked for it. */
export type Dial = {
  dialId: string;
  /** Why the customer is called although it may cost the permission; null: it does not. */
  reason: string | null;
  asked: boolean;
  ringing: boolean;
  answer: string | null;
};

/** What the voice page was told so far. It holds one call at a time. */
export type VoiceHolds = {
  callId: string | null;
  sdp: string | null;
  answered: boolean;
  attached: boolean;
  muted: boolean;
  ringtone: boolean;
  ringback: boolean;
};

/** A note that was written here. `sent`: the relay has it · `refused`: it did not take it, over this connection. */
export type DeskNote = KeptNote & { stand: 'unsent' | 'refused' | 'sent'; kept: boolean };

type MicrophoneEvent = Extract<VoiceEvent, { kind: 'microphone' }>;

export type DeskState = {
  relayUrl: string;
  connection: Connection;
  session: SessionView;
  seat: Seat | null;
  /** The relay's word, by this computer's clock. */
  availability: Availability;
  /** The agent's own word, until the relay has answered it. */
  wish: AvailabilityChoice | null;
  awayReasons: readonly string[];
  /** What was proved over the present connection; null until then. */
  readiness: KnownReadiness | null;
  network: NetworkView;
  /** Servers for the sound; `fixed` by IT on this computer, whatever the relay says. Holds secrets. */
  ice: { setup: IceSetup; fixed: boolean };
  ring: DeskRing | null;
  call: DeskCall | null;
  over: OverView | null;
  /** By call: notes of the agent who is signed in, until the record of the call has them, and unsent ones of others. */
  notes: readonly DeskNote[];
  voice: VoiceHolds;
  /** When the voice page last came up, or was started again, by this computer's clock; null before. */
  voiceSince: number | null;
  microphone: Omit<MicrophoneEvent, 'kind'>;
  /** Why the customer is heard elsewhere than before. */
  speakerProblem: Problem | null;
  deskTest: DeskView['deskTest'];
  /** `told`: what the voice page was told last that the headset takes part in. */
  headset: HeadsetView & { told: HeadsetCallOfDesk };
  devices: DeskView['devices'];
  /** The devices as the agent chose them, for a voice page that starts (again). */
  chosen: { microphone: ChosenDevice; speaker: ChosenDevice; ringtone: ChosenDevice };
  historyRevision: number;
  /** The customer whose page is open in the window. */
  watchedCustomer: string | null;
  customerRevision: number;
  /** Counts up when the list of customers may be another. */
  customersRevision: number;
  /** Counts what was told of message templates. */
  templateRevision: number;
  /** How many customers have written what nobody has read. */
  waitingCustomers: number;
  answered: AnsweredView | null;
  refusedDial: RefusedDial | null;
  problem: Problem | null;
};
