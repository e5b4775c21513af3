import { type PermissionFact, pastOf } from './fact.ts';
import { askLives, type PermissionRules } from './rules.ts';

/** How a permission came to be. */
export type GrantedBy = 'request' | 'callback' | 'profile' | 'meta';

export type Permission =
  | { kind: 'none' }
  | { kind: 'temporary'; since: number; until: number; by: GrantedBy }
  | { kind: 'permanent'; since: number; by: GrantedBy }
  | { kind: 'declined'; since: number }
  /** It was temporary, and its time is over; Meta says nothing when that happens (§4.5). */
  | { kind: 'expired'; since: number }
  /** `unanswered`: after too many calls that were not picked up · `meta`: found gone, nobody said why. */
  | { kind: 'revoked'; since: number; by: 'customer' | 'unanswered' | 'meta' };

/** A request that the customer may still answer. */
export type OpenAsk = { requestId: string; agentId: string | null; askedAt: number; until: number };

/** How a customer stands to being called on a channel. */
export type Ledger = {
  permission: Permission;
  openAsk: OpenAsk | null;
  /** Calls of the company in a row that were not picked up. */
  strikes: number;
};

type Ask = OpenAsk & { delivered: boolean; over: boolean };

type Folding = {
  permission: Permission;
  asks: Map<string, Ask>;
  /** The newest request that was answered; older ones ended with it (Q34). */
  answeredAsk: number;
  strikes: number;
  /** They have taken a permission away: the next one begins without them, whatever the customer says in between. */
  strikesSpent: boolean;
};

/**
 * What holds at an instant, from everything that was learned.
 *
 * @param facts in any order, with or without repetition
 * @param now ms
 */
export function ledgerAt(facts: readonly PermissionFact[], now: number, rules: PermissionRules): Ledger {
  const folding = nothingLearned();
  for (const fact of pastOf(facts, now)) take(folding, fact, rules);
  const open = [...folding.asks.values()].filter((ask) => !ask.over && now < ask.until).at(-1);
  return {
    permission: asOf(folding.permission, now),
    openAsk: open ? toOpenAsk(open) : null,
    strikes: folding.strikes,
  };
}

/** Requests that ran out before anybody answered them (Q33), oldest first. */
export function lapsedAsks(facts: readonly PermissionFact[], now: number, rules: PermissionRules): OpenAsk[] {
  const folding = nothingLearned();
  for (const fact of pastOf(facts, now)) take(folding, fact, rules);
  return [...folding.asks.values()].filter((ask) => !ask.over && ask.until <= now).map(toOpenAsk);
}

/** What one fact made of the permission, and the strikes after it. */
export type LedgerStep = { fact: PermissionFact; before: Permission; after: Permission; strikes: number };

/** How the permission came to be what it is, fact by fact; `before` may be a temporary one whose time was over. */
export function ledgerSteps(facts: readonly PermissionFact[], now: number, rules: PermissionRules): LedgerStep[] {
  const folding = nothingLearned();
  return pastOf(facts, now).map((fact) => {
    const before = folding.permission;
    folding.permission = asOf(before, fact.at);
    take(folding, fact, rules);
    return { fact, before, after: folding.permission, strikes: folding.strikes };
  });
}

function nothingLearned(): Folding {
  return {
    permission: { kind: 'none' },
    asks: new Map(),
    answeredAsk: Number.NEGATIVE_INFINITY,
    strikes: 0,
    strikesSpent: false,
  };
}

function take(folding: Folding, fact: PermissionFact, rules: PermissionRules): void {
  const { at } = fact;
  switch (fact.kind) {
    case 'asked': {
      const { requestId, agentId } = fact;
      if (folding.asks.has(requestId)) return;
      const until = at + askLives;
      folding.asks.set(requestId, { requestId, agentId, askedAt: at, until, delivered: false, over: false });
      return;
    }
    case 'askDelivered': {
      const ask = folding.asks.get(fact.requestId);
      // It expires a week after its delivery (§4.2): the earliest proof comes nearest to that.
      if (!ask || ask.delivered) return;
      ask.delivered = true;
      ask.until = at + askLives;
      return;
    }
    case 'askFailed': {
      const ask = folding.asks.get(fact.requestId);
      if (ask) ask.over = true;
      return;
    }
    case 'replied':
      reply(folding, fact);
      return;
    case 'customerTalked':
      folding.strikes = 0;
      return;
    case 'calledCustomer':
      folding.strikes = fact.answered ? 0 : folding.strikes + 1;
      if (folding.strikes >= rules.revokedAfter && isGranted(asOf(folding.permission, at))) {
        revokeUnanswered(folding, at);
      }
      return;
    case 'refused':
      if (fact.why === 'noPermission') lose(folding, at);
      if (fact.why === 'permanentAlready') grant(folding, { kind: 'permanent' }, at, 'meta');
      return;
    case 'looked':
      if (fact.found.permission.kind === 'none') lose(folding, at);
      else grant(folding, fact.found.permission, at, 'meta');
  }
}

function reply(folding: Folding, { at, answer, source, about }: PermissionFact & { kind: 'replied' }): void {
  const ask = about === null ? undefined : folding.asks.get(about);
  if (ask) {
    // It was answered by the answer to a newer one.
    if (ask.askedAt < folding.answeredAsk) return;
    folding.answeredAsk = ask.askedAt;
    // A no may become a yes until the request expires (Q35), but nobody waits for an answer any more.
    for (const one of folding.asks.values()) if (one.askedAt <= ask.askedAt) one.over = true;
  }
  if (answer.kind !== 'declined') {
    const by = source === 'automatic' ? 'callback' : about === null ? 'profile' : 'request';
    grant(folding, answer, at, by);
    return;
  }
  if (source === 'automatic') revokeUnanswered(folding, at);
  else if (about === null && isGranted(asOf(folding.permission, at))) {
    folding.permission = { kind: 'revoked', since: at, by: 'customer' };
  } else folding.permission = { kind: 'declined', since: at };
}

function grant(
  folding: Folding,
  answer: { kind: 'temporary'; until: number } | { kind: 'permanent' },
  since: number,
  by: GrantedBy,
): void {
  const before = asOf(folding.permission, since);
  if (folding.strikesSpent) {
    folding.strikes = 0;
    folding.strikesSpent = false;
  }
  // Meta's list does not say how a permission came to be; what is known already stays.
  if (by === 'meta' && isGranted(before) && before.kind === answer.kind) {
    folding.permission =
      before.kind === 'temporary' && answer.kind === 'temporary' ? { ...before, until: answer.until } : before;
    return;
  }
  folding.permission =
    answer.kind === 'permanent'
      ? { kind: 'permanent', since, by }
      : { kind: 'temporary', since, until: answer.until, by };
}

function revokeUnanswered(folding: Folding, since: number): void {
  folding.permission = { kind: 'revoked', since, by: 'unanswered' };
  folding.strikesSpent = true;
}

/** Meta says that there is none; where one was thought to be, it was lost unheard. */
function lose(folding: Folding, at: number): void {
  if (isGranted(asOf(folding.permission, at))) folding.permission = { kind: 'revoked', since: at, by: 'meta' };
}

export function asOf(permission: Permission, now: number): Permission {
  return permission.kind === 'temporary' && permission.until <= now
    ? { kind: 'expired', since: permission.until }
    : permission;
}

export function isGranted(permission: Permission): permission is Permission & { kind: 'temporary' | 'permanent' } {
  return permission.kind === 'temporary' || permission.kind === 'permanent';
}

function toOpenAsk({ requestId, agentId, askedAt, until }: Ask): OpenAsk {
  return { requestId, agentId, askedAt, until };
}
