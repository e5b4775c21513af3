import type { CallView, DeskView, QualityView } from '../../src/contract/window/view.ts';
import { jakarta, people } from './fake-calls.ts';

const headset = { deviceId: 'headset', label: 'Jabra Evolve2 65' };
const builtIn = { deviceId: 'builtin', label: 'Built-in Audio Analog Stereo' };

/** Every state of the softphone as a view, for the page of parts and for tests. `now` is this computer's time. */
export function fakeViews(now: number) {
  const ready: DeskView = {
    relayUrl: 'https://calls.nusa.example',
    connection: { status: 'online' },
    session: {
      status: 'signedIn',
      agent: { id: 'a1', name: 'Sari Wulandari', email: 'sari@nusa.example', role: 'agent' },
    },
    seat: { status: 'held' },
    availability: { kind: 'available' },
    awayReasons: ['Lunch', 'Meeting', 'Training'],
    readiness: { status: 'ready', heardAt: now - 5 * 60_000, roundTripMs: 38 },
    network: { slow: false, clockAheadMs: null, proxyAsks: null, audioRoute: null, audioPath: { stage: 'untested' } },
    ring: null,
    call: null,
    over: null,
    notes: {},
    headset: {
      found: { status: 'found', name: 'Jabra Evolve2 65', can: ['answer', 'mute', 'end'] },
      problem: null,
      trial: null,
    },
    deskTest: { stage: 'closed', problem: null },
    devices: {
      microphones: [headset, builtIn],
      speakers: [headset, builtIn],
      microphone: 'headset',
      speaker: 'headset',
      ringtone: 'builtin',
      ringtoneVolume: 0.7,
    },
    historyRevision: 1,
    customerRevision: 0,
    customersRevision: 0,
    templateRevision: 0,
    waitingCustomers: 0,
    answered: null,
    refusedDial: null,
    problem: null,
  };
  const ring: DeskView['ring'] = {
    ringId: 'ring1',
    callId: 'wacid.fake.9',
    channel: jakarta,
    customer: people.dewi,
    reason: 'you have been free the longest',
    lastContact: {
      calledAt: now - 26 * 3_600_000,
      outcome: 'completed',
      endedBy: 'customer',
      durationSeconds: 252,
      agentName: 'Budi Santoso',
    },
    from: now - 8_000,
    until: now + 12_000,
    answering: false,
  };
  const sound: QualityView = {
    verdict: 'good',
    bars: 4,
    mos: 4.4,
    roundTripMs: 84,
    heardLoss: 0.002,
    sentLoss: 0,
    jitterMs: 4,
  };
  const call: CallView = {
    callId: 'wacid.fake.9',
    channel: jakarta,
    customer: people.dewi,
    direction: 'inbound',
    phase: 'onCall',
    ringing: false,
    startedAt: now - 252_000,
    limit: { until: now + 1_548_000, minutes: 30 },
    muted: false,
    microphone: 'live',
    quality: sound,
    problem: null,
  };
  const unanswered = {
    direction: 'outbound',
    phase: 'dialling',
    startedAt: null,
    limit: null,
    microphone: 'closed',
    quality: null,
  } as const;
  const poor: QualityView = {
    ...sound,
    verdict: 'customerPoor',
    bars: 1,
    mos: 2.2,
    roundTripMs: 320,
    heardLoss: 0.12,
    jitterMs: 48,
  };
  const moved = { status: 'moved' as const, deskName: 'DESK-14', at: now - 34 * 60_000 };
  return {
    restoring: { ...ready, session: { status: 'restoring' } },
    signedOut: { ...ready, session: { status: 'signedOut', problem: null }, seat: null },
    signInRefused: {
      ...ready,
      session: {
        status: 'signedOut',
        problem: { code: 'credentials', sentence: 'That email and password do not fit.' },
      },
      seat: null,
    },
    ready,
    slowNetwork: { ...ready, network: { ...ready.network, slow: true, clockAheadMs: -3_600_000 } },
    notReadySilent: { ...ready, readiness: { status: 'notReady', why: 'microphoneSilent', since: now - 60_000 } },
    notReadyUnasked: { ...ready, readiness: { status: 'notReady', why: 'microphoneUnasked', since: now - 4_000 } },
    connecting: { ...ready, connection: { status: 'connecting' }, seat: null },
    away: { ...ready, availability: { kind: 'away', reason: null, missed: false } },
    calling: { ...ready, call: { ...call, ...unanswered } },
    ringingThere: { ...ready, call: { ...call, ...unanswered, ringing: true } },
    awayForLunch: { ...ready, availability: { kind: 'away', reason: 'Lunch', missed: false } },
    missedAway: { ...ready, availability: { kind: 'away', reason: null, missed: true } },
    undisturbed: { ...ready, availability: { kind: 'doNotDisturb', until: now + 45 * 60_000 } },
    afterCall: { ...ready, availability: { kind: 'afterCall', until: now + 42_000, next: { kind: 'available' } } },
    afterCallThenBreak: { ...ready, availability: { kind: 'afterCall', until: now + 42_000, next: { kind: 'break' } } },
    offline: {
      ...ready,
      connection: {
        status: 'offline',
        trying: false,
        since: now - 38_000,
        problem: { code: 'unreachable', sentence: 'The connection to the server is lost. Ringdesk keeps trying.' },
      },
    },
    moved: { ...ready, seat: { ...moved, onCall: false } },
    movedOnCall: { ...ready, seat: { ...moved, onCall: true } },
    ringing: { ...ready, ring },
    ringingLongName: { ...ready, ring: { ...ring, customer: people.maria } },
    ringingArabic: { ...ready, ring: { ...ring, customer: people.nour } },
    ringingUsername: { ...ready, ring: { ...ring, customer: people.rafa, reason: 'First free in Sales' } },
    answering: { ...ready, ring: { ...ring, answering: true } },
    callConnecting: {
      ...ready,
      call: { ...call, phase: 'connecting', startedAt: null, microphone: 'opening', quality: null },
    },
    onCall: { ...ready, call },
    onCallNoteTyped: {
      ...ready,
      call,
      notes: { [call.callId]: { text: 'Wants two boxes at the venue by Sunday 08:00.', version: 1, stand: 'sent' } },
    },
    offlineNoteHere: {
      ...ready,
      call: { ...call, customer: people.nour },
      connection: {
        status: 'offline',
        trying: false,
        since: now - 38_000,
        problem: { code: 'relay.lost', sentence: 'The connection to the server is lost. Ringdesk keeps trying.' },
      },
      notes: { [call.callId]: { text: 'تريد تغيير موعد التسليم.', version: 1, stand: 'here' } },
    },
    onCallLongName: { ...ready, call: { ...call, customer: people.maria, startedAt: now - 3_757_000 } },
    nearLimit: {
      ...ready,
      call: { ...call, startedAt: now - 1_695_000, limit: { until: now + 105_000, minutes: 30 } },
    },
    customerPoor: { ...ready, call: { ...call, quality: poor } },
    microphoneSilent: {
      ...ready,
      call: { ...call, customer: people.nour, quality: { ...sound, verdict: 'microphoneSilent' } },
    },
    muted: { ...ready, call: { ...call, customer: people.nour, muted: true } },
    microphoneFailed: {
      ...ready,
      call: {
        ...call,
        microphone: 'failed',
        problem: {
          code: 'microphone.busy',
          sentence: 'Another program holds the microphone. Close it, then try again.',
        },
      },
    },
    ending: { ...ready, call: { ...call, phase: 'ending' } },
    over: {
      ...ready,
      over: { callId: 'wacid.fake.8', customer: people.dewi, sentence: 'Answered by Sari.', tone: 'plain', at: now },
    },
    overFailure: {
      ...ready,
      over: {
        callId: 'wacid.fake.8',
        customer: people.maria,
        sentence: 'The audio connection to WhatsApp failed.',
        tone: 'failure',
        at: now,
      },
    },
    commandFailed: { ...ready, problem: { code: 'availability', sentence: 'The relay did not take that. Try again.' } },
  } satisfies Record<string, DeskView>;
}

export type FakeViewName = keyof ReturnType<typeof fakeViews>;
