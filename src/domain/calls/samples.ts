import { defaultRingPolicy, type FloorAgent } from '../ringing/plan.ts';
import { advance } from './advance.ts';
import type { Call } from './call.ts';
import type { CallEvent, Connect, Effect, Floor, Terminate } from './event.ts';

/** A customer's call and how it may end, for tests. */
const ids = { callId: 'call', wacid: 'wacid.1', channelId: 'channel', customerId: 'customer' };
export const connect: Connect = {
  kind: 'connect',
  ...ids,
  calledAt: 0,
  offer: 'v=0',
  limitMs: null,
  invitedBy: null,
  assignedTo: null,
};
export const hungUp: Terminate = {
  kind: 'terminate',
  ...ids,
  startedAt: null,
  endedAt: null,
  durationSeconds: null,
  code: null,
};
export const talked: Terminate = { ...hungUp, startedAt: 4_000, endedAt: 64_000, durationSeconds: 60 };

/** A floor of agents who are ready; the first has been free the longest. */
export const floorOf = (agentIds: readonly string[], policy: Partial<Floor['policy']> = {}): Floor => ({
  agents: agentIds.map((agentId, index): FloorAgent => ({ agentId, status: 'ready', idleSince: index })),
  policy: { ...defaultRingPolicy, ...policy },
});

/** An event of which only the time is still to be said. */
export type Untimed = CallEvent extends infer Event
  ? Event extends { at: number }
    ? Omit<Event, 'at'>
    : never
  : never;

/** Plays events one second apart and keeps every effect. */
export function play(floor: Floor, ...events: readonly Untimed[]) {
  let call: Call | null = null;
  const effects: Effect[] = [];
  const refusals: (string | null)[] = [];
  for (const [index, event] of events.entries()) {
    const next = advance(call, { ...event, at: index * 1000 } as CallEvent, floor);
    call = next.call;
    effects.push(...next.effects);
    refusals.push(next.refused);
  }
  if (call === null) throw new Error('no events');
  return {
    call,
    effects,
    refusals,
    graph: effects.flatMap((effect) => (effect.kind === 'graph' ? [effect.action] : [])),
  };
}
