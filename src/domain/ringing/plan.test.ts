import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ring, Tried } from '../calls/call.ts';
import { defaultRingPolicy, type FirstTurn, type FloorAgent, planRings } from './plan.ts';

const ready = (agentId: string, idleSince = 0): FloorAgent => ({ agentId, status: 'ready', idleSince });
const situation = { at: 0, until: 45_000, rings: [], tried: [], floor: [], policy: defaultRingPolicy, first: [] };

describe('planRings', () => {
  it('rings the one who has been idle longest, for an equal share of the time', () => {
    const floor = [ready('sari', 300), ready('dewi', 100), ready('rafa', 200)];
    expect(planRings({ ...situation, floor })).toEqual({
      kind: 'ring',
      next: [{ agentId: 'dewi', reason: 'longestIdle', until: 15_000 }],
    });
  });

  it('gives the only agent the whole budget', () => {
    expect(planRings({ ...situation, floor: [ready('sari')] })).toMatchObject({ next: [{ until: 45_000 }] });
  });

  it('rings nobody shorter than the least slice', () => {
    const floor = Array.from({ length: 9 }, (_, index) => ready(`agent-${index}`, index));
    expect(planRings({ ...situation, floor })).toMatchObject({ next: [{ until: 10_000 }] });
  });

  it.each([
    ['nobody is there', [], [], 'allAgentsOffline', 'system'],
    ['everybody is away', [{ ...ready('sari'), status: 'away' }], [], 'allAgentsOffline', 'system'],
    ['everybody talks', [{ ...ready('sari'), status: 'busy' }], [], 'allAgentsBusy', 'system'],
    ['all declined', [ready('sari')], [{ agentId: 'sari', how: 'declined' }], 'rejected', 'agent'],
  ] satisfies [string, FloorAgent[], Tried[], string, string][])(
    'gives up when %s',
    (_, floor, tried, outcome, endedBy) => {
      expect(planRings({ ...situation, floor, tried })).toEqual({ kind: 'giveUp', outcome, endedBy });
    },
  );

  it('gives whoever let it ring a second turn when nobody else is left, while there is time for one', () => {
    const tried: Tried[] = [{ agentId: 'sari', how: 'timedOut' }];
    const one = { ...situation, floor: [ready('sari')], tried };
    expect(planRings({ ...one, at: 35_000 })).toMatchObject({ next: [{ agentId: 'sari', until: 45_000 }] });
    expect(planRings({ ...one, at: 35_001 })).toEqual({ kind: 'giveUp', outcome: 'missed', endedBy: 'system' });
  });

  it.each(['invited', 'assigned'] as const)('rings first who goes before all others (%s), alone', (reason) => {
    const floor = [ready('sari', 300), ready('dewi', 100), ready('rafa', 200)];
    const policy = { ...defaultRingPolicy, ringsAtOnce: 2 };
    const first = [{ agentId: 'sari', reason }];
    expect(planRings({ ...situation, floor, first, policy })).toEqual({
      kind: 'ring',
      next: [{ agentId: 'sari', reason, until: 22_500 }],
    });
    const ring: Ring = { agentId: 'sari', ringId: '1', reason, from: 0, until: 22_500, lostAt: null };
    expect(planRings({ ...situation, floor, first, policy, rings: [ring] })).toEqual({ kind: 'keep' });
  });

  it('rings whose customer it is when whoever invited them cannot take it, then the others', () => {
    const first: FirstTurn[] = [
      { agentId: 'sari', reason: 'invited' },
      { agentId: 'rafa', reason: 'assigned' },
    ];
    const floor = [ready('sari', 300), ready('dewi', 100), ready('rafa', 200)];
    const plan = (tried: Tried[], there: FloorAgent[] = floor) =>
      planRings({ ...situation, floor: there, tried, first });
    expect(plan([])).toMatchObject({ next: [{ agentId: 'sari', reason: 'invited' }] });
    const busy = floor.map((one) => (one.agentId === 'sari' ? { ...one, status: 'busy' as const } : one));
    expect(plan([], busy)).toMatchObject({ next: [{ agentId: 'rafa', reason: 'assigned' }] });
    const declined: Tried = { agentId: 'sari', how: 'declined' };
    expect(plan([declined])).toMatchObject({ next: [{ agentId: 'rafa', reason: 'assigned' }] });
    expect(plan([declined, { agentId: 'rafa', how: 'timedOut' }])).toMatchObject({
      next: [{ agentId: 'dewi', reason: 'passedOn' }],
    });
    expect(plan([], [ready('dewi')])).toMatchObject({ next: [{ agentId: 'dewi', reason: 'onlyOne' }] });
  });

  it('leaves time for those who are expected back', () => {
    const floor: FloorAgent[] = [ready('sari'), { ...ready('dewi'), status: 'returning' }];
    expect(planRings({ ...situation, floor })).toMatchObject({ next: [{ agentId: 'sari', until: 22_500 }] });
  });

  it('waits for a seat that is expected back', () => {
    expect(planRings({ ...situation, floor: [{ ...ready('sari'), status: 'returning' }] })).toEqual({ kind: 'wait' });
  });

  it('rings again whoever was lost, and only them', () => {
    const floor = [ready('sari'), ready('dewi')];
    const tried: Tried[] = [
      { agentId: 'sari', how: 'lost' },
      { agentId: 'dewi', how: 'declined' },
    ];
    expect(planRings({ ...situation, floor, tried })).toMatchObject({
      next: [{ agentId: 'sari', reason: 'passedOn' }],
    });
  });

  it('chooses as sorting the whole floor would', () => {
    const agents = fc.uniqueArray(
      fc.record({ agentId: fc.string({ minLength: 1, maxLength: 3 }), idleSince: fc.nat(5) }),
      {
        selector: (agent) => agent.agentId,
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(agents, fc.integer({ min: 1, max: 5 }), (some, ringsAtOnce) => {
        const floor = some.map(({ agentId, idleSince }) => ready(agentId, idleSince));
        const sorted = [...floor].sort((a, b) => a.idleSince - b.idleSince || (a.agentId < b.agentId ? -1 : 1));
        const choice = planRings({ ...situation, floor, policy: { ...defaultRingPolicy, ringsAtOnce } });
        const chosen = choice.kind === 'ring' ? choice.next.map((next) => next.agentId) : [];
        expect(chosen).toEqual(sorted.slice(0, ringsAtOnce).map((agent) => agent.agentId));
      }),
    );
  });

  it('never rings beyond the budget, twice, the busy, or more than it may at once', () => {
    const agents = fc.uniqueArray(
      fc.record({
        agentId: fc.constantFrom(...'abcdefgh'),
        status: fc.constantFrom<FloorAgent['status']>('ready', 'busy', 'returning', 'away'),
        idleSince: fc.nat(1000),
      }),
      { selector: (agent) => agent.agentId },
    );
    const names = fc.subarray([...'abcdefgh']);
    fc.assert(
      fc.property(
        agents,
        names,
        names,
        fc.nat(60_000),
        fc.integer({ min: 1, max: 4 }),
        fc.array(
          fc.record({
            agentId: fc.constantFrom(...'abcdefgh'),
            reason: fc.constantFrom<FirstTurn['reason']>('invited', 'assigned'),
          }),
          { maxLength: 2 },
        ),
        (floor, declined, rung, at, ringsAtOnce, first) => {
          const rings = rung.slice(0, ringsAtOnce).map(
            (agentId, index): Ring => ({
              agentId,
              ringId: `${index}`,
              reason: 'onlyOne',
              from: 0,
              until: 45_000,
              lostAt: null,
            }),
          );
          const tried = declined.map((agentId): Tried => ({ agentId, how: 'declined' }));
          const choice = planRings({
            at,
            until: 45_000,
            rings,
            tried,
            floor,
            policy: { ...defaultRingPolicy, ringsAtOnce },
            first,
          });
          if (choice.kind !== 'ring') return choice.kind === 'giveUp' ? rings.length === 0 : true;
          const chosen = choice.next.map((next) => next.agentId);
          expect(chosen.length + rings.length).toBeLessThanOrEqual(ringsAtOnce);
          expect(new Set(chosen).size).toBe(chosen.length);
          for (const next of choice.next) {
            expect(next.until).toBeGreaterThan(at);
            expect(next.until).toBeLessThanOrEqual(45_000);
            expect(floor.find((agent) => agent.agentId === next.agentId)?.status).toBe('ready');
            expect(declined).not.toContain(next.agentId);
            expect(rings.map((ring) => ring.agentId)).not.toContain(next.agentId);
          }
          return true;
        },
      ),
    );
  });
});
