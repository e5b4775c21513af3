import { exhaustive } from '../exhaustive.ts';
import { type FirstTurn, planRings } from '../ringing/plan.ts';
import { type Call, lostRingGrace, type Ring, type Ringing, type Tried } from './call.ts';
import { end } from './ending.ts';
import type { Effect, Floor } from './event.ts';
import { type Advanced, step, unchanged } from './step.ts';

/** How soon to look again when nobody can be rung but someone is expected back, ms. */
export const lookAgainAfter = 500;

/** Rings whoever the plan names next, or gives up. */
export function fillRings(
  call: Call,
  life: Ringing,
  at: number,
  floor: Floor,
  before: readonly Effect[] = [],
): Advanced {
  const choice = planRings({ ...life, first: firstTurns(call), at, floor: floor.agents, policy: floor.policy });
  switch (choice.kind) {
    case 'ring': {
      const rung: Ring[] = choice.next.map((next, index) => ({
        ...next,
        ringId: `${call.id}.${life.tried.length + life.rings.length + index + 1}`,
        from: at,
        lostAt: null,
      }));
      const effects = rung.map(({ ringId, agentId }) => ({ kind: 'ring', ringId, agentId }) as const);
      return step(call, { ...life, rings: [...life.rings, ...rung], lookAgainAt: null }, [...before, ...effects]);
    }
    case 'keep':
      return step(call, { ...life, lookAgainAt: null }, before);
    case 'wait':
      return step(call, { ...life, lookAgainAt: at + lookAgainAfter }, before);
    case 'giveUp': {
      const ended = end({ ...call, life }, { outcome: choice.outcome, endedBy: choice.endedBy, code: null }, at);
      return { ...ended, effects: [...before, ...ended.effects] };
    }
    default:
      return exhaustive(choice);
  }
}

/** Whom the customer asks for goes before whose customer they are. */
function firstTurns({ invitedBy, assignedTo }: Call): FirstTurn[] {
  return [
    ...(invitedBy === null ? [] : [{ agentId: invitedBy, reason: 'invited' } as const]),
    ...(assignedTo === null ? [] : [{ agentId: assignedTo, reason: 'assigned' } as const]),
  ];
}

/** Somebody can be rung who could not: where a place is free, they have their turn at once. */
export function agentFree(call: Call, life: Ringing, at: number, floor: Floor): Advanced {
  if (life.rings.length >= floor.policy.ringsAtOnce) return unchanged(call);
  return fillRings(call, life, at, floor);
}

/** The agent does not want it: it stops for them only, and the next has a turn. */
export function decline(call: Call, event: { at: number; agentId: string; ringId: string }, floor: Floor): Advanced {
  const { life } = call;
  if (life.phase !== 'ringing') return unchanged(call, life.phase === 'ended' ? 'callOver' : 'ringOver');
  const ring = life.rings.find((one) => one.ringId === event.ringId && one.agentId === event.agentId);
  if (ring === undefined) return unchanged(call, 'ringOver');
  return passOn(call, life, [{ ring, how: 'declined' }], event.at, floor);
}

/** The desk cannot carry this call's sound: the next has a turn. */
export function ringFailed(call: Call, life: Ringing, event: { at: number; agentId: string }, floor: Floor): Advanced {
  const ring = life.rings.find((one) => one.agentId === event.agentId);
  if (ring === undefined) return unchanged(call, 'notYours');
  return passOn(call, life, [{ ring, how: 'failed' }], event.at, floor);
}

/** Time has passed while it rings. */
export function overdueRinging(call: Call, life: Ringing, at: number, floor: Floor): Advanced {
  const gone = life.rings.flatMap((ring): { ring: Ring; how: Tried['how'] }[] => {
    if (at >= ring.until || at >= life.until) return [{ ring, how: 'timedOut' }];
    if (ring.lostAt !== null && at >= ring.lostAt + lostRingGrace) return [{ ring, how: 'lost' }];
    return [];
  });
  if (gone.length > 0) return passOn(call, life, gone, at, floor);
  if (at >= life.until || (life.lookAgainAt !== null && at >= life.lookAgainAt))
    return fillRings(call, life, at, floor);
  return unchanged(call);
}

/** A desk dropped off (`lostAt`) or is back (null) while it rings. */
export function ringingSeat(
  call: Call,
  life: Ringing,
  agentId: string,
  lostAt: number | null,
  at: number,
  floor: Floor,
) {
  const rings = life.rings.map((ring) =>
    ring.agentId === agentId ? { ...ring, lostAt: lostAt === null ? null : (ring.lostAt ?? lostAt) } : ring,
  );
  const next = { ...life, rings };
  return rings.length === 0 ? fillRings(call, next, at, floor) : step(call, next);
}

function passOn(
  call: Call,
  life: Ringing,
  gone: readonly { ring: Ring; how: Tried['how'] }[],
  at: number,
  floor: Floor,
): Advanced {
  const ids = new Set(gone.map(({ ring }) => ring.ringId));
  const effects = gone.flatMap(({ ring: { ringId, agentId }, how }): Effect[] => {
    const reason = how === 'declined' || how === 'failed' ? how : 'timeRanOut';
    const over: Effect = { kind: 'ringOver', ringId, agentId, reason, colleagueId: null };
    return how === 'timedOut' ? [over, { kind: 'ringMissed', agentId }] : [over];
  });
  const tried = [...life.tried, ...gone.map(({ ring, how }) => ({ agentId: ring.agentId, how }))];
  const missed = new Set(gone.flatMap(({ ring, how }) => (how === 'timedOut' ? [ring.agentId] : [])));
  return fillRings(
    call,
    { ...life, rings: life.rings.filter((ring) => !ids.has(ring.ringId)), tried },
    at,
    floor.policy.missedRingSetsAway ? awayFrom(floor, missed) : floor,
    effects,
  );
}

/** The floor as it is when those who missed their ring are away, which they are from this step on. */
function awayFrom(floor: Floor, missed: ReadonlySet<string>): Floor {
  const agents = floor.agents.map((agent) =>
    missed.has(agent.agentId) ? { ...agent, status: 'away' as const } : agent,
  );
  return { agents, policy: floor.policy };
}
