import { type FoundLimit, type PermissionFact, pastOf } from './fact.ts';
import { day, type PermissionRules, week } from './rules.ts';

/** What is left of a limit; `nextAt` (ms) is when something will be left again, null while something is. */
export type Left = { max: number; left: number; nextAt: number | null };

/**
 * Requests that may still be sent. Any call that connected, in either direction, begins the count anew (§4.2, B45).
 *
 * @param now ms
 */
export function asksLeft(facts: readonly PermissionFact[], now: number, rules: PermissionRules): Left {
  const past = pastOf(facts, now);
  const anew = lastConnected(past);
  const failed = new Set(past.flatMap((fact) => (fact.kind === 'askFailed' ? [fact.requestId] : [])));
  const own = past.flatMap((fact) =>
    fact.kind === 'asked' && fact.at > anew && !failed.has(fact.requestId) ? [fact.at] : [],
  );
  const looked = lastLook(past, anew, 'asks');
  const counts = [countOf(day, rules.asksPerDay, own, looked), countOf(week, rules.asksPerWeek, own, looked)];
  return leftOf(counts, lastRefusal(past, 'askLimit', anew), now);
}

/**
 * Calls that may still be picked up within 24 h, also under a permanent permission (§4.2).
 *
 * @param now ms
 */
export function callsLeft(facts: readonly PermissionFact[], now: number, rules: PermissionRules): Left {
  const past = pastOf(facts, now);
  const own = past.flatMap((fact) => (fact.kind === 'calledCustomer' && fact.answered ? [fact.at] : []));
  const ever = Number.NEGATIVE_INFINITY;
  const count = countOf(day, rules.callsPerDay, own, lastLook(past, ever, 'calls'));
  return leftOf([count], lastRefusal(past, 'callLimit', ever), now);
}

type Look = { at: number; limits: readonly FoundLimit[] };

/** One limit: what counts against it by our own count, and what Meta counted when it was asked. */
type Count = {
  period: number;
  max: number;
  own: readonly number[];
  found: { at: number; used: number; until: number } | null;
};

function countOf(period: number, max: number, own: readonly number[], looked: Look | null): Count {
  const limit = looked?.limits.find((one) => one.period === period);
  if (!looked || !limit) return { period, max, own, found: null };
  // What Meta counted happened before it was asked, nobody knows how long before.
  const until = limit.until ?? looked.at + period;
  return { period, max: limit.max, own, found: { at: looked.at, used: limit.used, until } };
}

function leftOf(counts: readonly Count[], refusedUntil: number | null, now: number): Left {
  const left = (at: number) =>
    refusedUntil !== null && at < refusedUntil ? 0 : Math.min(...counts.map((count) => leftAt(count, at)));
  // Between these instants nothing changes.
  const changes = counts.flatMap(({ own, period, found }) => [
    ...own.map((at) => at + period),
    ...(found ? [found.until, found.at + period] : []),
  ]);
  if (refusedUntil !== null) changes.push(refusedUntil);
  const next = () =>
    changes
      .filter((at) => at > now)
      .sort((a, b) => a - b)
      .find((at) => left(at) > 0);
  const max = Math.min(...counts.map((count) => count.max));
  return { max, left: left(now), nextAt: left(now) > 0 ? null : (next() ?? null) };
}

/** By our own count or by Meta's, whichever says that more is gone: others may ask and call for the same number. */
function leftAt({ period, max, own, found }: Count, at: number): number {
  const recent = own.filter((one) => at - one < period);
  const byMeta = found && at < found.until ? found.used + recent.filter((one) => one > found.at).length : 0;
  return Math.max(0, max - Math.max(recent.length, byMeta));
}

function lastConnected(past: readonly PermissionFact[]): number {
  const connected = past.findLast(
    (fact) => fact.kind === 'customerTalked' || (fact.kind === 'calledCustomer' && fact.answered),
  );
  return connected?.at ?? Number.NEGATIVE_INFINITY;
}

function lastLook(past: readonly PermissionFact[], after: number, which: 'asks' | 'calls'): Look | null {
  const look = past.findLast((fact) => fact.kind === 'looked' && fact.at > after);
  return look?.kind === 'looked' ? { at: look.at, limits: look.found[which] } : null;
}

/** Until when Meta's last refusal holds; where it does not say, for a day. */
function lastRefusal(past: readonly PermissionFact[], why: 'askLimit' | 'callLimit', after: number): number | null {
  const refusal = past.findLast((fact) => fact.kind === 'refused' && fact.why === why && fact.at > after);
  return refusal?.kind === 'refused' ? (refusal.until ?? refusal.at + day) : null;
}
