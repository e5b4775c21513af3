import { type Barred, type Found, type PermissionFact, pastOf } from './fact.ts';
import { day, type PermissionRules, week } from './rules.ts';

/** What is left of a limit; `nextAt` (ms) is when something will be left again, null while something is and where nobody knows. */
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
  return leftOf(counts, looked, lastRefusal(past, 'askLimit', anew), now);
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
  const looked = lastLook(past, ever, 'calls');
  return leftOf([countOf(day, rules.callsPerDay, own, looked)], looked, lastRefusal(past, 'callLimit', ever), now);
}

type Look = { at: number; limits: Found[Barred]; barred: boolean };

/** One limit: what counts against it by our own count, and what Meta counted when it was asked; `until`: when Meta says that it ends. */
type Count = {
  period: number;
  max: number;
  own: readonly number[];
  found: { at: number; used: number; until: number | null } | null;
};

function countOf(period: number, max: number, own: readonly number[], looked: Look | null): Count {
  const limit = looked?.limits.find((one) => one.period === period);
  if (!looked || !limit) return { period, max, own, found: null };
  return { period, max: limit.max, own, found: { at: looked.at, used: limit.used, until: limit.until } };
}

function leftOf(counts: readonly Count[], looked: Look | null, refusedUntil: number | null, now: number): Left {
  const max = Math.min(...counts.map((count) => count.max));
  if (looked?.barred) return { max, left: 0, nextAt: null };
  const left = (at: number) =>
    refusedUntil !== null && at < refusedUntil ? 0 : Math.min(...counts.map((count) => leftAt(count, at)));
  // Between these instants nothing changes.
  const changes = counts.flatMap(({ own, period, found }) => [
    ...own.map((at) => at + period),
    ...(found ? [found.until ?? found.at + period] : []),
  ]);
  if (refusedUntil !== null) changes.push(refusedUntil);
  const next = () =>
    changes
      .filter((at) => at > now)
      .sort((a, b) => a - b)
      .find((at) => left(at) > 0);
  return { max, left: left(now), nextAt: left(now) > 0 ? null : (next() ?? null) };
}

/** By Meta's count, where it is known, and what we have added since; by our own alone otherwise. */
function leftAt(count: Count, at: number): number {
  const { period, max, own, found } = count;
  const recent = own.filter((one) => at - one < period);
  if (found === null) return Math.max(0, max - recent.length);
  const since = recent.filter((one) => one >= found.at).length;
  return Math.max(0, max - stillGone(count, found, at) - since);
}

/** How much of what Meta counted is still gone. When each of it was, only our own entries say: others ask and call for the same number. */
function stillGone({ period, max, own }: Count, found: NonNullable<Count['found']>, at: number): number {
  const before = own.filter((one) => one < found.at && at - one < period).length;
  // When Meta lets the limit end, one at least is left, whatever we count.
  if (found.until !== null) return at < found.until ? found.used : Math.min(before, Math.max(0, max - 1));
  if (at >= found.at + period) return 0;
  const known = own.filter((one) => one < found.at && found.at - one < period).length;
  return Math.min(found.used, before + Math.max(0, found.used - known));
}

function lastConnected(past: readonly PermissionFact[]): number {
  const connected = past.findLast(
    (fact) => fact.kind === 'customerTalked' || (fact.kind === 'calledCustomer' && fact.answered),
  );
  return connected?.at ?? Number.NEGATIVE_INFINITY;
}

function lastLook(past: readonly PermissionFact[], after: number, which: Barred): Look | null {
  const look = past.findLast((fact) => fact.kind === 'looked' && fact.at > after);
  if (look?.kind !== 'looked') return null;
  return { at: look.at, limits: look.found[which], barred: look.found.barred?.includes(which) ?? false };
}

/** Until when Meta's last refusal holds; where it does not say, for a day. */
function lastRefusal(past: readonly PermissionFact[], why: 'askLimit' | 'callLimit', after: number): number | null {
  const refusal = past.findLast((fact) => fact.kind === 'refused' && fact.why === why && fact.at > after);
  return refusal?.kind === 'refused' ? (refusal.until ?? refusal.at + day) : null;
}
