import { describe, expect, it } from 'vitest';
import type { Call, Ended } from '../calls/call.ts';
import { factOfCall } from './from-call.ts';

function over(ended: Partial<Ended>, call: Partial<Call> = {}): Call {
  const life: Ended = {
    phase: 'ended',
    outcome: 'unanswered',
    endedBy: 'customer',
    code: null,
    agentId: 'sari',
    startedAt: null,
    endedAt: 90,
    durationSeconds: 0,
    settledBy: 'meta',
    ...ended,
  };
  return {
    id: 'one',
    wacid: 'wacid.one',
    direction: 'outbound',
    channelId: 'channel',
    customerId: 'ada',
    calledAt: 10,
    limitMs: null,
    offer: '',
    answer: null,
    rang: false,
    invitedBy: null,
    assignedTo: null,
    reason: null,
    life,
    ...call,
  };
}

const picked = { outcome: 'completed', startedAt: 20 } as const;
const unanswered = { key: 'call/one', at: 90, kind: 'calledCustomer', answered: false } as const;

describe('a call of the company', () => {
  it('was answered when the customer picked it up, however it ended', () => {
    const answered = { key: 'call/one', at: 20, kind: 'calledCustomer', answered: true };
    expect(factOfCall(over(picked))).toEqual(answered);
    expect(factOfCall(over({ ...picked, outcome: 'disconnected' }))).toEqual(answered);
  });

  it('was not when it rang out, was refused, or the agent gave up while the phone rang', () => {
    expect(factOfCall(over({}))).toEqual(unanswered);
    expect(factOfCall(over({ outcome: 'rejected' }))).toEqual(unanswered);
    expect(factOfCall(over({ endedBy: 'agent' }, { rang: true }))).toEqual(unanswered);
  });

  it('says nothing when no phone rang, or while it goes on', () => {
    expect(factOfCall(over({ endedBy: 'agent' }))).toBeNull();
    expect(factOfCall(over({ outcome: 'disconnected', endedBy: 'meta', code: '138006' }, { wacid: null }))).toBeNull();
    const claim = { agentId: 'sari', ringId: 'dial', sdp: '', at: 10 };
    const life = { phase: 'dialling', claim, ringing: true, until: 99, lostAt: null } as const;
    expect(factOfCall({ ...over({}), life })).toBeNull();
  });
});

describe('a call of the customer', () => {
  it('counts when they were talked with', () => {
    const talked = { key: 'call/one', at: 20, kind: 'customerTalked' };
    expect(factOfCall(over(picked, { direction: 'inbound' }))).toEqual(talked);
    expect(factOfCall(over({ outcome: 'missed' }, { direction: 'inbound' }))).toBeNull();
  });
});
