import type { CallRecord, DeskSync, LiveCall, Ring } from '../../contract/desk/socket.ts';
import type { Reading } from '../../domain/quality/reading.ts';
import type { Summary } from '../../domain/quality/tally.ts';

/** Ready-made words of the relay, for tests. */
const channel = { id: '436666719526789', name: 'Support', number: '+13175551399' };
const ada = { id: 'US.1', name: 'Ada Byron', username: null, phone: '+16315553602', country: 'US' };
export const budi = { id: 'agent-1', name: 'Budi', email: 'budi@example.com', role: 'agent' as const };

/** The relay's clock in samples; the desk's clock in tests is five seconds ahead. */
export const relayNow = 1_795_132_800_000;
export const deskNow = relayNow + 5_000;

export function aRing(callId = 'wacid.1', change: Partial<Ring> = {}): Ring {
  return {
    ringId: `ring-${callId}`,
    callId,
    channel,
    customer: ada,
    reason: 'You are next in Support',
    lastContact: null,
    calledAt: relayNow - 400,
    from: relayNow,
    until: relayNow + 25_000,
    now: relayNow,
    offer: `offer of ${callId}`,
    alone: false,
    ...change,
  };
}

/** A second of a call on a good line. */
export const aReading: Reading = {
  seconds: 1,
  heardPackets: 50,
  heardLoss: 0,
  sentLoss: 0,
  heardJitterMs: 4,
  sentJitterMs: 4,
  bufferMs: 60,
  roundTripMs: 80,
  heardLevel: 0.1,
  sentLevel: 0.1,
};

export const aSummary: Summary = {
  seconds: 250,
  averageMos: 4.3,
  worstMos: 3.9,
  roundTripMs: 84,
  heardLoss: 0.004,
  sentLoss: null,
  heardJitterMs: 5,
  troubled: { microphoneSilent: 0, minePoor: 0, customerPoor: 0, customerSilent: 0 },
};

export function aLiveCall(callId = 'wacid.1', change: Partial<LiveCall> = {}): LiveCall {
  return {
    callId,
    direction: 'inbound',
    channel,
    customer: ada,
    phase: 'connecting',
    ringing: false,
    answer: null,
    startedAt: null,
    limit: null,
    now: relayNow,
    ...change,
  };
}

export function aRecord(callId = 'wacid.1', change: Partial<CallRecord> = {}): CallRecord {
  return {
    callId,
    direction: 'inbound',
    channel,
    customer: ada,
    outcome: 'completed',
    endedBy: 'customer',
    code: null,
    sentence: null,
    agentName: 'Budi',
    calledAt: relayNow,
    startedAt: relayNow + 4_000,
    endedAt: relayNow + 256_000,
    durationSeconds: 252,
    quality: null,
    agentId: budi.id,
    note: null,
    ...change,
  };
}

export function aSync(change: Partial<DeskSync> = {}): DeskSync {
  return {
    now: relayNow,
    agent: budi,
    seat: { status: 'held' },
    availability: { kind: 'available' },
    awayReasons: ['Lunch'],
    ring: null,
    call: null,
    ended: [],
    ...change,
  };
}
