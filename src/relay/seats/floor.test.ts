import { describe, expect, it } from 'vitest';
import type { Call } from '../../domain/calls/call.ts';
import { proofHolds } from '../../domain/readiness/readiness.ts';
import type { AgentRow } from '../people/agents.ts';
import { expectedBackFor, Floor, firstProofWithin, type Seat } from './floor.ts';

const agent = (id: string, channels = '*'): AgentRow => ({
  id,
  email: `${id}@example.com`,
  name: id,
  role: 'agent',
  channels,
  password_hash: '',
  availability: 'available',
  availability_state: null,
  disabled: 0,
  created_at: 0,
});
const seat = (id: string, change: Partial<Seat> = {}): Seat => ({
  agent: agent(id),
  deskId: `desk-of-${id}`,
  deskName: 'Desk',
  takenAt: 0,
  availability: { kind: 'available' },
  lostAt: null,
  idleSince: 0,
  cameAt: 0,
  provedAt: 0,
  unready: null,
  ...change,
});
const ringingFor = (id: string, agentId: string): Call => ({
  id,
  wacid: id,
  direction: 'inbound',
  channelId: 'channel',
  customerId: 'customer',
  limitMs: null,
  calledAt: 0,
  offer: '',
  answer: null,
  rang: false,
  invitedBy: null,
  assignedTo: null,
  reason: null,
  life: {
    phase: 'ringing',
    until: 45_000,
    rings: [{ ringId: `${id}.1`, agentId, reason: 'onlyOne', from: 0, until: 45_000, lostAt: null }],
    tried: [],
    lookAgainAt: null,
  },
});

describe('Floor', () => {
  it('knows who is ready, away, on the way back and gone', () => {
    const floor = new Floor();
    floor.take(seat('sari'));
    floor.take(seat('dewi', { availability: { kind: 'break' } }));
    floor.take(seat('rafa', { lostAt: 0 }));
    const statuses = (now: number) => floor.agentsFor('channel', now).map(({ status }) => status);
    expect(statuses(1)).toEqual(['ready', 'away', 'returning']);
    expect(statuses(expectedBackFor)).toEqual(['ready', 'away', 'away']);
  });

  it('rings nobody who is not available, until the time of that is over', () => {
    const floor = new Floor();
    const status = (now: number) => floor.agentsFor('channel', now)[0]?.status;
    floor.take(seat('sari', { availability: { kind: 'doNotDisturb', until: 100 } }));
    expect([status(99), status(100)]).toEqual(['away', 'ready']);
    floor.take(seat('sari', { availability: { kind: 'afterCall', until: 100, next: { kind: 'available' } } }));
    expect([status(99), status(100)]).toEqual(['busy', 'ready']);
    floor.take(seat('sari', { availability: { kind: 'afterCall', until: 100, next: { kind: 'break' } } }));
    expect([status(99), status(100)]).toEqual(['busy', 'away']);
  });

  it('offers a channel only to those who serve it', () => {
    const floor = new Floor();
    floor.take(seat('sari', { agent: agent('sari', 'jakarta,berlin') }));
    expect(floor.agentsFor('berlin', 0)).toHaveLength(1);
    expect(floor.agentsFor('paris', 0)).toHaveLength(0);
  });

  it('frees an agent when the call goes to another, and counts the idle time from then', () => {
    const floor = new Floor();
    floor.take(seat('sari'));
    floor.take(seat('dewi'));
    floor.occupy(ringingFor('one', 'sari'), 100);
    expect(floor.callOf('sari')).toBe('one');
    floor.occupy(ringingFor('one', 'dewi'), 200);
    expect(floor.callOf('sari')).toBeNull();
    expect(floor.callOf('dewi')).toBe('one');
    expect(floor.seat('sari')?.idleSince).toBe(200);
  });

  it('does not free an agent whom another call has by now', () => {
    const floor = new Floor();
    floor.occupy(ringingFor('one', 'sari'), 0);
    floor.occupy(ringingFor('two', 'sari'), 0);
    floor.occupy(ringingFor('one', 'dewi'), 0);
    expect(floor.callOf('sari')).toBe('two');
  });

  it('rings only a desk that has proved itself lately', () => {
    const floor = new Floor();
    floor.take(seat('sari', { cameAt: 1_000, provedAt: null }));
    const status = (now: number) => floor.agentsFor('channel', now)[0]?.status;
    expect(status(1_000 + firstProofWithin - 1)).toBe('returning');
    expect(status(1_000 + firstProofWithin)).toBe('away');
    floor.take(seat('sari', { provedAt: 2_000 }));
    expect(status(2_000 + proofHolds - 1)).toBe('ready');
    expect(status(2_000 + proofHolds)).toBe('away');
    floor.take(seat('sari', { provedAt: 2_000, unready: 'microphoneSilent' }));
    expect(status(2_000)).toBe('away');
  });
});
