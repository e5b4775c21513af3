import type { CallRecord } from '../../src/contract/desk/socket.ts';
import type { Channel, Customer } from '../../src/contract/desk/words.ts';

/** Calls and people for the page of parts and for tests. */
export const jakarta: Channel = { id: '1001', name: 'Jakarta Sales', number: '+622150550100' };

export const people = {
  dewi: { id: 'ID.1', name: 'Dewi Anggraini', username: null, phone: '+6281255550142', country: 'ID' },
  maria: {
    id: 'BR.2',
    name: 'Maria Fernanda Albuquerque de Vasconcelos e Silva Monteiro',
    username: null,
    phone: '+5511955500173',
    country: 'BR',
  },
  nour: { id: 'AE.3', name: 'نور الهدى الخطيب', username: null, phone: '+971505550118', country: 'AE' },
  rafa: { id: 'XX.4', name: null, username: 'rafa.moto', phone: null, country: null },
  number: { id: 'US.5', name: null, username: null, phone: '+12025550143', country: 'US' },
} satisfies Record<string, Customer>;

export const dewiCompleted: CallRecord = {
  callId: 'wacid.fake.1',
  direction: 'inbound',
  channel: jakarta,
  customer: people.dewi,
  outcome: 'completed',
  endedBy: 'customer',
  code: null,
  sentence: null,
  agentName: 'Sari Wulandari',
  calledAt: 0,
  startedAt: 5_000,
  endedAt: 257_000,
  durationSeconds: 252,
  agentId: 'a1',
  note: null,
  quality: {
    seconds: 250,
    averageMos: 4.3,
    worstMos: 3.9,
    roundTripMs: 84,
    heardLoss: 0.004,
    sentLoss: 0,
    heardJitterMs: 5,
    troubled: { microphoneSilent: 0, minePoor: 0, customerPoor: 0, customerSilent: 0 },
  },
};

const minute = 60_000;

/** A short history that ends shortly before `now`. */
export function fakeHistory(now: number): CallRecord[] {
  const call = (index: number, ago: number, change: Partial<CallRecord>): CallRecord => {
    const calledAt = now - ago;
    return {
      ...dewiCompleted,
      callId: `wacid.fake.${index}`,
      calledAt,
      startedAt: calledAt + 5_000,
      endedAt: calledAt + 257_000,
      ...change,
    };
  };
  const unheard = { startedAt: null, durationSeconds: 0, agentName: null };
  return [
    call(1, 12 * minute, { note: { text: 'Two boxes, to the venue. Ask for Rini at the gate.', version: 1 } }),
    call(2, 40 * minute, { ...unheard, customer: people.nour, outcome: 'missed', sentence: 'rang for 20 s' }),
    call(3, 77 * minute, {
      customer: people.maria,
      outcome: 'disconnected',
      endedBy: 'meta',
      code: '138021',
      durationSeconds: 125,
    }),
    call(4, 3 * 60 * minute, { customer: people.rafa, direction: 'outbound', endedBy: 'agent', durationSeconds: 700 }),
    call(5, 26 * 60 * minute, { ...unheard, customer: people.number, outcome: 'allAgentsBusy', endedBy: 'system' }),
    call(6, 27 * 60 * minute, { ...unheard, customer: people.dewi, outcome: 'rejected', endedBy: 'agent' }),
    call(7, 4 * 24 * 60 * minute, { ...unheard, customer: people.dewi, outcome: 'unanswered', direction: 'outbound' }),
  ];
}

/** As many calls as a busy month, to try a long list. */
export const longHistory = (now: number, count: number): CallRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const template = fakeHistory(now)[index % 7] ?? dewiCompleted;
    const shift = index * 37 * minute;
    return {
      ...template,
      callId: `wacid.long.${index}`,
      calledAt: now - shift,
      startedAt: template.startedAt === null ? null : now - shift + 5_000,
      endedAt: now - shift + 257_000,
    };
  });
