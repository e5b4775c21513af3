/**
 * How a call ended (design: Words). The names are ours; what other systems call them stands beside.
 *
 * - `completed`: both sides talked.
 * - `missed`: it rang until the time ran out or the caller gave up ("not answered").
 * - `rejected`: declined by the agent or the customer; {@link Party} says who.
 * - `outsideOfficeHours`, `allAgentsBusy`, `allAgentsOffline`: nobody was rung.
 * - `unanswered`: outbound, the customer did not pick up.
 * - `disconnected`: an error or the network ended it; the code is kept.
 * - `failed`: outbound, it never rang: WhatsApp refused it or did not say that it began; the code is kept.
 */
export const outcomes = [
  'completed',
  'missed',
  'rejected',
  'outsideOfficeHours',
  'allAgentsBusy',
  'allAgentsOffline',
  'unanswered',
  'disconnected',
  'failed',
] as const;

export type Outcome = (typeof outcomes)[number];

/** A customer called and nobody talked with them. */
export const missedOutcomes = [
  'missed',
  'outsideOfficeHours',
  'allAgentsBusy',
  'allAgentsOffline',
] as const satisfies Outcome[];

/** Who ended a call or turned it away. `system` is the desk itself: a limit, a lost seat, nobody to ring. */
export const parties = ['agent', 'customer', 'system', 'meta'] as const;

export type Party = (typeof parties)[number];
