import { noIce } from '../../contract/desk/ice.ts';
import type { DeskSettings, KeptNote } from '../ports.ts';
import type { DeskState, VoiceHolds } from './state.ts';

export const silentVoice: VoiceHolds = {
  callId: null,
  sdp: null,
  answered: false,
  attached: false,
  muted: false,
  ringtone: false,
  ringback: false,
};

export const noDeskTest: DeskState['deskTest'] = { stage: 'closed', problem: null };

export const noHeadset: DeskState['headset'] = { found: { status: 'none' }, problem: null, trial: null, told: null };

export function initialState(settings: DeskSettings, unsent: readonly KeptNote[] = []): DeskState {
  return {
    relayUrl: settings.relayUrl,
    connection: { status: 'idle' },
    session: { status: 'restoring' },
    seat: null,
    availability: { kind: 'available' },
    wish: settings.untoldAvailability,
    awayReasons: [],
    readiness: null,
    network: { slow: false, clockAheadMs: null, proxyAsks: null, audioRoute: null, audioPath: { stage: 'untested' } },
    ice: { setup: settings.ice ?? noIce, fixed: settings.ice != null },
    ring: null,
    call: null,
    over: null,
    notes: unsent.map((note) => ({ ...note, stand: 'unsent', kept: true })),
    voice: silentVoice,
    voiceSince: null,
    microphone: { state: 'closed', problem: null },
    speakerProblem: null,
    deskTest: noDeskTest,
    headset: noHeadset,
    devices: {
      microphones: [],
      speakers: [],
      microphone: settings.microphone?.deviceId ?? 'default',
      speaker: settings.speaker?.deviceId ?? 'default',
      ringtone: settings.ringtoneDevice?.deviceId ?? 'default',
      ringtoneVolume: settings.ringtoneVolume,
    },
    chosen: { microphone: settings.microphone, speaker: settings.speaker, ringtone: settings.ringtoneDevice },
    historyRevision: 0,
    watchedCustomer: null,
    customerRevision: 0,
    customersRevision: 0,
    templateRevision: 0,
    waitingCustomers: 0,
    answered: null,
    refusedDial: null,
    problem: null,
  };
}
