import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import type { CallView, DeskView, RingView } from '../../../src/contract/window/view.ts';
import type { Log } from '../../../src/desk/ports.ts';

/** What the tests of the main process tell their stories with. */
export const channel = { id: '106540352242922', name: 'Sales', number: '+6281100000000' };
export const budi = { id: 'ID.1', name: 'Budi Santoso', username: null, phone: '+6281234567890', country: 'ID' };

export const readyView: DeskView = {
  relayUrl: 'http://127.0.0.1:4750',
  connection: { status: 'online' },
  session: { status: 'signedIn', agent: { id: 'a1', name: 'Sari', email: 'sari@example.com', role: 'agent' } },
  seat: { status: 'held' },
  availability: { kind: 'available' },
  awayReasons: ['Lunch', 'Meeting'],
  network: { slow: false, clockAheadMs: null, proxyAsks: null, audioRoute: null, audioPath: { stage: 'untested' } },
  readiness: { status: 'ready', heardAt: null, roundTripMs: 4 },
  ring: null,
  call: null,
  over: null,
  notes: {},
  headset: { found: { status: 'none' }, problem: null, trial: null },
  deskTest: { stage: 'closed', problem: null },
  devices: {
    microphones: [],
    speakers: [],
    microphone: 'default',
    speaker: 'default',
    ringtone: 'default',
    ringtoneVolume: 0.7,
  },
  historyRevision: 0,
  customerRevision: 0,
  customersRevision: 0,
  templateRevision: 0,
  waitingCustomers: 0,
  answered: null,
  refusedDial: null,
  problem: null,
};

export const ring: RingView = {
  ringId: 'r1',
  callId: 'c1',
  channel,
  customer: budi,
  reason: 'You answered this customer last time.',
  lastContact: null,
  from: 1000,
  until: 21_000,
  answering: false,
};

export const call: CallView = {
  callId: 'c1',
  channel,
  customer: budi,
  direction: 'inbound',
  phase: 'onCall',
  ringing: false,
  startedAt: 2000,
  limit: null,
  muted: false,
  microphone: 'live',
  quality: null,
  problem: null,
};

export function record(change: Partial<CallRecord> & { callId: string; calledAt: number }): CallRecord {
  return {
    direction: 'inbound',
    channel,
    customer: budi,
    outcome: 'completed',
    endedBy: 'customer',
    code: null,
    sentence: null,
    agentName: 'Sari',
    startedAt: change.calledAt + 3000,
    endedAt: change.calledAt + 63_000,
    durationSeconds: 60,
    quality: null,
    agentId: 'a1',
    note: null,
    ...change,
  };
}

/** A log that is a list: what was said, and by which name. */
export function listeningLog(): Log & { lines: { level: string; line: string; facts: Record<string, unknown> }[] } {
  const lines: { level: string; line: string; facts: Record<string, unknown> }[] = [];
  const at =
    (level: string) =>
    (line: string, facts: Record<string, unknown> = {}) =>
      void lines.push({ level, line, facts });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
