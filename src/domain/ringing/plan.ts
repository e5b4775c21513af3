import type { FirstTurnReason, Ring, RingReason, Tried } from '../calls/call.ts';
import type { Outcome, Party } from '../calls/outcome.ts';

/** An agent as the ringing plan sees them. Who is not on the floor is offline. */
export type FloorAgent = {
  agentId: string;
  /**
   * `ready`: may be rung · `busy`: on a call or being rung · `returning`: the connection dropped a moment ago and is
   * expected back · `away`: there, but not taking calls.
   */
  status: 'ready' | 'busy' | 'returning' | 'away';
  /** Since when without a call, ms. */
  idleSince: number;
};

export type RingPolicy = {
  /** How long a call may ring in all, measured from Meta's timestamp, ms. */
  ringBudget: number;
  /** The least that one agent is rung before the next has a turn, ms. */
  leastSlice: number;
  /** How many agents ring at the same time. */
  ringsAtOnce: number;
  /** Whoever lets a ring run out is away until they say otherwise, so there is no second turn for them. */
  missedRingSetsAway: boolean;
};

/** 45 s of Meta's 30 to 60 (§2.2), one agent at a time, nobody shorter than 10 s. */
export const defaultRingPolicy: RingPolicy = {
  ringBudget: 45_000,
  leastSlice: 10_000,
  ringsAtOnce: 1,
  missedRingSetsAway: false,
};

/** Who goes before all others for a call, and why. */
export type FirstTurn = { agentId: string; reason: FirstTurnReason };

export type RingChoice =
  | { kind: 'ring'; next: readonly { agentId: string; reason: RingReason; until: number }[] }
  /** Those who ring now are all there is. */
  | { kind: 'keep' }
  /** Nobody rings, but someone is expected back. */
  | { kind: 'wait' }
  | { kind: 'giveUp'; outcome: Outcome; endedBy: Party };

/**
 * Who rings next. One ready agent at a time (or `ringsAtOnce`), the longest idle first, each for an equal slice of the time
 * that is left (those who are expected back count), never below `leastSlice`. Nobody has a second turn before everybody had one, and
 * nobody who declined is rung again. Who is in `first` has a turn before all others, alone, when they are ready (Q19).
 */
export function planRings(situation: {
  at: number;
  until: number;
  rings: readonly Ring[];
  tried: readonly Tried[];
  floor: readonly FloorAgent[];
  policy: RingPolicy;
  first: readonly FirstTurn[];
}): RingChoice {
  const { at, until, rings, tried, floor, policy, first } = situation;
  const left = until - at;
  if (left <= 0) return rings.length > 0 ? { kind: 'keep' } : giveUp(tried, floor);

  const refused = new Set(
    tried.filter((one) => one.how === 'declined' || one.how === 'failed').map((one) => one.agentId),
  );
  const slept = new Set(tried.filter((one) => one.how === 'timedOut').map((one) => one.agentId));
  const ringing = new Set(rings.map((ring) => ring.agentId));
  const ready: FloorAgent[] = [];
  const fresh: FloorAgent[] = [];
  let returning = 0;
  for (const agent of floor) {
    if (refused.has(agent.agentId) || ringing.has(agent.agentId)) continue;
    const hadTurn = slept.has(agent.agentId);
    if (agent.status === 'ready') ready.push(agent);
    if (agent.status === 'ready' && !hadTurn) fresh.push(agent);
    if (agent.status === 'returning' && !hadTurn) returning++;
  }
  // Whoever let it ring has another turn only when everybody had one and there is time for it.
  const free = fresh.length > 0 || left < policy.leastSlice ? fresh : ready;

  // A first turn is theirs alone.
  if (rings.some(({ reason }) => reason === 'invited' || reason === 'assigned')) return { kind: 'keep' };
  const firstOf =
    rings.length === 0 ? first.find(({ agentId }) => fresh.some((one) => one.agentId === agentId)) : undefined;
  const places = policy.ringsAtOnce - rings.length;
  if (places > 0 && free.length > 0) {
    const turns = Math.ceil((free.length + returning) / policy.ringsAtOnce);
    const slice = Math.min(left, Math.max(policy.leastSlice, Math.floor(left / turns)));
    if (firstOf !== undefined) return { kind: 'ring', next: [{ ...firstOf, until: at + slice }] };
    const reason: RingReason = tried.length > 0 ? 'passedOn' : free.length === 1 ? 'onlyOne' : 'longestIdle';
    return {
      kind: 'ring',
      next: longestIdle(free, places).map(({ agentId }) => ({ agentId, reason, until: at + slice })),
    };
  }
  if (rings.length > 0) return { kind: 'keep' };
  if (returning > 0) return { kind: 'wait' };
  return giveUp(tried, floor);
}

/** The first few in order, without sorting the whole floor. */
function longestIdle(agents: readonly FloorAgent[], count: number): FloorAgent[] {
  const before = (a: FloorAgent, b: FloorAgent) => a.idleSince - b.idleSince || (a.agentId < b.agentId ? -1 : 1);
  const first: FloorAgent[] = [];
  for (const agent of agents) {
    const last = first.at(-1);
    if (last !== undefined && first.length >= count && before(last, agent) < 0) continue;
    const place = first.findIndex((one) => before(agent, one) < 0);
    first.splice(place === -1 ? first.length : place, 0, agent);
    if (first.length > count) first.pop();
  }
  return first;
}

function giveUp(tried: readonly Tried[], floor: readonly FloorAgent[]): RingChoice {
  if (tried.some((one) => one.how === 'timedOut')) return { kind: 'giveUp', outcome: 'missed', endedBy: 'system' };
  if (tried.some((one) => one.how === 'declined')) return { kind: 'giveUp', outcome: 'rejected', endedBy: 'agent' };
  // Their desks could not make anything of Meta's offer.
  if (tried.some((one) => one.how === 'failed')) return { kind: 'giveUp', outcome: 'disconnected', endedBy: 'system' };
  const has = (status: FloorAgent['status']) => floor.some((agent) => agent.status === status);
  // Somebody could be rung, but there is no time left to do it.
  const outcome = has('ready') ? 'missed' : has('busy') ? 'allAgentsBusy' : 'allAgentsOffline';
  return { kind: 'giveUp', outcome, endedBy: 'system' };
}
