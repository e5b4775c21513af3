/**
 * Something that was learned about whether a customer may be called on a channel. Facts are kept, and what holds follows from them: so
 * neither the order in which webhooks arrive nor how often matters (Meta calling reference §4, §8.3).
 */
export type PermissionFact = {
  /** By this a fact is known again. */
  key: string;
  /** When it happened, by Meta's clock where Meta told it, ms. */
  at: number;
} & (
  | { kind: 'asked'; requestId: string; agentId: string | null; by: 'message' | 'template' }
  /** A proof that the customer has it by then: it was delivered, or read. */
  | { kind: 'askDelivered'; requestId: string }
  /** The request never reached the customer, so it counts for nothing. */
  | { kind: 'askFailed'; requestId: string; code: string | null }
  | {
      kind: 'replied';
      answer: Answer;
      /** `automatic`: nobody pressed anything, the customer called or left too many calls unanswered. */
      source: 'customer' | 'automatic';
      /** The request or call that it answers; null when the customer changed it in the business profile. */
      about: string | null;
    }
  /** A call of the company that was picked up, or was not (refusing counts as not, §3.4). */
  | { kind: 'calledCustomer'; answered: boolean }
  /** A call of the customer that was picked up. */
  | { kind: 'customerTalked' }
  | { kind: 'refused'; why: Refusal; until: number | null }
  | { kind: 'looked'; found: Found }
);

export type Answer = { kind: 'temporary'; until: number } | { kind: 'permanent' } | { kind: 'declined' };

/** What Meta's errors 138006, 138009, 138012 and 138017 say about permission (§7). */
export type Refusal = 'noPermission' | 'askLimit' | 'callLimit' | 'permanentAlready';

/** What `GET call_permissions` said (§4.6). */
export type Found = {
  permission: { kind: 'none' } | { kind: 'temporary'; until: number } | { kind: 'permanent' };
  asks: readonly FoundLimit[];
  calls: readonly FoundLimit[];
  /** What Meta does not allow although neither the permission nor a limit says why; looks of earlier versions did not keep it. */
  barred?: readonly Barred[];
};

export type Barred = 'asks' | 'calls';

/** One of Meta's limits: at most `max` within `period` ms, `used` of them gone; `until` only when it is reached. */
export type FoundLimit = { period: number; max: number; used: number; until: number | null };

/** Facts of one instant are taken so that the customer's no has the last word. */
const rank: Record<PermissionFact['kind'], number> = {
  asked: 0,
  askDelivered: 1,
  askFailed: 2,
  looked: 3,
  customerTalked: 4,
  calledCustomer: 5,
  refused: 6,
  replied: 7,
};

function order(a: PermissionFact, b: PermissionFact): number {
  return a.at - b.at || rank[a.kind] - rank[b.kind] || strictness(a) - strictness(b) || compare(a.key, b.key);
}

function strictness(fact: PermissionFact): number {
  return fact.kind === 'replied' && fact.answer.kind === 'declined' ? 1 : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Each fact that has happened, once, in order. What became of a request happened after it, whatever the clocks say: Meta counts in
 * whole seconds, and its clock is not the relay's.
 *
 * @param now ms
 */
export function pastOf(facts: readonly PermissionFact[], now: number): PermissionFact[] {
  const past = [...new Map(facts.filter((fact) => fact.at <= now).map((fact) => [fact.key, fact])).values()];
  const askedAt = new Map<string, number>();
  for (const fact of past) {
    if (fact.kind !== 'asked') continue;
    askedAt.set(fact.requestId, Math.min(fact.at, askedAt.get(fact.requestId) ?? fact.at));
  }
  const after = (fact: PermissionFact) => Math.max(fact.at, askedAt.get(requestOf(fact) ?? '') ?? fact.at);
  return past.map((fact) => (after(fact) === fact.at ? fact : { ...fact, at: after(fact) })).sort(order);
}

/** The request of which a fact tells what became. */
function requestOf(fact: PermissionFact): string | null {
  if (fact.kind === 'replied') return fact.about;
  return fact.kind === 'askDelivered' || fact.kind === 'askFailed' ? fact.requestId : null;
}
