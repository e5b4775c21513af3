import fc from 'fast-check';
import { expect, it } from 'vitest';
import { advance } from './advance.ts';
import { type Call, dueAt, occupiedBy } from './call.ts';
import type { CallEvent } from './event.ts';
import { connect, floorOf, hungUp, talked, type Untimed } from './samples.ts';

/** What holds in every call of a customer, whatever happens in it. */

const agentId = fc.constantFrom('sari', 'dewi', 'rafa');
const ringId = fc.constantFrom('call.1', 'call.2', 'call.3');
const result = fc.constantFrom(
  { status: 'done' } as const,
  { status: 'unknown' } as const,
  { status: 'failed', code: '138003' } as const,
);
const event: fc.Arbitrary<Untimed> = fc.oneof(
  fc.constant(connect),
  fc.constantFrom(hungUp, talked, { ...hungUp, code: '138021' }),
  fc.record({ kind: fc.constant('answer' as const), agentId, ringId, sdp: fc.constant('answer') }),
  fc.record({ kind: fc.constant('decline' as const), agentId, ringId }),
  fc.record({
    kind: fc.constantFrom('mediaConnected', 'hangUp', 'seatLost', 'seatBack', 'agentFree'),
    agentId,
  }),
  fc.record({ kind: fc.constant('mediaFailed' as const), agentId, code: fc.constant('media.lost' as const) }),
  fc.record({
    kind: fc.constant('graph' as const),
    action: fc.constantFrom('pre_accept' as const, 'accept' as const, 'reject' as const, 'terminate' as const),
    result,
  }),
  fc.constant({ kind: 'deadline' as const }),
);
const story = fc.array(fc.tuple(event, fc.nat(20_000), fc.integer({ min: 1, max: 3 })), { maxLength: 60 });

it('keeps its laws', () => {
  fc.assert(
    fc.property(story, (steps) => {
      let call = advance(null, { ...connect, at: 0 }, floorOf(['sari', 'dewi', 'rafa'])).call;
      let at = 0;
      let claims = 0;
      let accepts = 0;
      let unknowns = 0;
      let overs = 0;
      let ringing = new Set(call.life.phase === 'ringing' ? call.life.rings.map((ring) => ring.ringId) : []);
      for (const [partial, wait, ringsAtOnce] of steps) {
        at += wait;
        const floor = floorOf(['sari', 'dewi', 'rafa'], { ringsAtOnce });
        const before = call;
        const next = advance(before, { ...partial, at } as CallEvent, floor);
        call = next.call;
        if (
          before.life.phase === 'accepting' &&
          partial.kind === 'graph' &&
          partial.action === 'accept' &&
          partial.result.status === 'unknown'
        )
          unknowns++;
        if (before.life.phase === 'ringing' && call.life.phase === 'preAccepting') claims++;
        accepts += next.effects.filter((effect) => effect.kind === 'graph' && effect.action === 'accept').length;
        overs += next.effects.filter((effect) => effect.kind === 'callOver').length;

        // A final state is final, but for a duration that Meta puts right.
        if (before.life.phase === 'ended' && call.life.phase === 'ended') {
          expect({ ...call.life, durationSeconds: 0, settledBy: '' }).toEqual({
            ...before.life,
            durationSeconds: 0,
            settledBy: '',
          });
        } else expect(before.life.phase).not.toBe('ended');

        // Every ring that is taken away is told so.
        for (const effect of next.effects) {
          if (effect.kind === 'ring') ringing.add(effect.ringId);
          if (effect.kind === 'ringOver') expect(ringing.delete(effect.ringId)).toBe(true);
          // Only who talked, and has stopped, has something to finish.
          if (effect.kind === 'talkEnded') expect(call.life).toMatchObject({ phase: 'ended', agentId: effect.agentId });
          if (effect.kind === 'talkEnded') expect(before.life.phase).not.toBe('ended');
        }
        const now = call.life.phase === 'ringing' ? call.life.rings.map((ring) => ring.ringId) : [];
        if (call.life.phase === 'preAccepting') ringing.delete(call.life.claim.ringId);
        expect([...ringing].sort()).toEqual([...now].sort());

        // What lives has a deadline, except a healthy call; what ended has none and is announced.
        const due = dueAt(call);
        if (call.life.phase === 'ended') {
          expect(due).toBeNull();
          expect(occupiedBy(call)).toEqual([]);
          expect(overs).toBeGreaterThan(0);
        } else if (call.life.phase !== 'onCall') expect(due).not.toBeNull();
      }
      expect(claims).toBeLessThanOrEqual(1);
      expect(accepts).toBeLessThanOrEqual(1 + unknowns);
      ringing = new Set();
    }),
    { numRuns: 2000 },
  );
});

it('ends by itself when nobody says another word', () => {
  fc.assert(
    fc.property(story, (steps) => {
      const floor = floorOf(['sari', 'dewi', 'rafa']);
      let call = advance(null, { ...connect, at: 0 }, floor).call;
      let at = 0;
      for (const [partial, wait] of steps) {
        at += wait;
        call = advance(call, { ...partial, at } as CallEvent, floor).call;
      }
      for (let due = dueAt(call), turns = 0; due !== null && turns < 50; due = dueAt(call), turns++) {
        at = Math.max(at, due);
        call = advance(call, { kind: 'deadline', at }, floor).call;
      }
      // Only a conversation may last.
      expect(['ended', 'onCall']).toContain(call.life.phase);
    }),
  );
});

it('ends by itself even as a conversation where calls have a limit, and not before', () => {
  fc.assert(
    fc.property(story, fc.integer({ min: 1, max: 3_600_000 }), (steps, limitMs) => {
      const floor = floorOf(['sari', 'dewi', 'rafa']);
      let call = advance(null, { ...connect, limitMs, at: 0 }, floor).call;
      let at = 0;
      const events = steps.map(([partial, wait]) => [partial, wait] as const);
      for (const [partial, wait] of events) {
        at += wait;
        call = advance(call, { ...partial, at } as CallEvent, floor).call;
        if (call.life.phase === 'onCall') expect(call.life.until).toBe(call.life.startedAt + limitMs);
      }
      for (let due = dueAt(call), turns = 0; due !== null && turns < 50; due = dueAt(call), turns++) {
        at = Math.max(at, due);
        call = advance(call, { kind: 'deadline', at }, floor).call;
      }
      expect(call.life.phase).toBe('ended');
      if (call.life.phase !== 'ended' || call.life.code !== 'call-limit') return;
      expect(call.life).toMatchObject({
        outcome: expect.stringMatching(/completed|disconnected/),
        endedBy: 'system',
      });
      expect(call.life.endedAt - (call.life.startedAt ?? 0)).toBeGreaterThanOrEqual(limitMs);
    }),
  );
});

it('ends the same whichever way Meta’s webhooks are repeated and shuffled', () => {
  const story = fc.shuffledSubarray([connect, connect, hungUp, hungUp], { minLength: 4 });
  fc.assert(
    fc.property(story, (events) => {
      const call = events.reduce<Call | null>(
        (known, event, second) => advance(known, { ...event, at: second * 1000 }, floorOf(['sari'])).call,
        null,
      );
      if (call === null) throw new Error('no events');
      const { endedAt: _, ...life } = call.life as Record<string, unknown>;
      expect(life).toEqual({
        phase: 'ended',
        outcome: 'missed',
        endedBy: 'customer',
        code: null,
        agentId: null,
        startedAt: null,
        durationSeconds: 0,
        settledBy: 'meta',
      });
      expect(call.calledAt).toBe(0);
    }),
  );
});
