import type { Answer, PermissionFact } from './fact.ts';
import { asOf, isGranted, type LedgerStep, lapsedAsks, ledgerSteps, type Permission } from './ledger.ts';
import type { PermissionRules } from './rules.ts';

/** Something that changed what a customer allows, or may; `key` is its own. Requests and calls have a story of their own. */
export type StoryEntry = { key: string; at: number } & (
  | { kind: 'replied'; answer: Answer; source: AnswerSource }
  /** Meta says nothing when a temporary permission ends. */
  | { kind: 'expired' }
  /** Nobody answered a request in its time (Q33). */
  | { kind: 'askExpired' }
  /** After so many unanswered calls in a row WhatsApp asks the customer whether to go on (Q44). */
  | { kind: 'nudged' }
  /** Meta said something else than what was known. */
  | { kind: 'corrected'; permission: Permission }
);

/** `callback`: WhatsApp allows it after the customer called · `unanswered`: WhatsApp ended it after too many calls. */
export type AnswerSource = 'request' | 'profile' | 'callback' | 'unanswered';

/**
 * How the permission came to be what it is, oldest first.
 *
 * @param now ms
 */
export function permissionStory(facts: readonly PermissionFact[], now: number, rules: PermissionRules): StoryEntry[] {
  const steps = ledgerSteps(facts, now, rules);
  const entries = steps.flatMap((step) => [...expiredBy(step.before, step.fact.at), ...entryOf(step, rules)]);
  const last = steps.at(-1);
  if (last) entries.push(...expiredBy(last.after, now));
  for (const { requestId, until } of lapsedAsks(facts, now, rules)) {
    entries.push({ key: `askExpired/${requestId}`, at: until, kind: 'askExpired' });
  }
  return entries.sort((a, b) => a.at - b.at);
}

function entryOf({ fact, before, after, strikes }: LedgerStep, { nudgedAfter }: PermissionRules): StoryEntry[] {
  const { key, at } = fact;
  if (fact.kind === 'calledCustomer') {
    const nudged = !fact.answered && strikes === nudgedAfter && isGranted(asOf(after, at));
    return nudged ? [{ key: `nudged/${key}`, at, kind: 'nudged' }] : [];
  }
  if (fact.kind === 'replied') return [{ key, at, kind: 'replied', answer: fact.answer, source: sourceOf(fact) }];
  if (fact.kind !== 'looked' && fact.kind !== 'refused') return [];
  const found = asOf(after, at);
  return asOf(before, at).kind === found.kind ? [] : [{ key, at, kind: 'corrected', permission: found }];
}

function expiredBy(permission: Permission, at: number): StoryEntry[] {
  if (permission.kind !== 'temporary' || permission.until > at) return [];
  const { since, until } = permission;
  // What was over before anybody heard of it was never there to end.
  return until <= since ? [] : [{ key: `expired/${since}/${until}`, at: until, kind: 'expired' }];
}

function sourceOf({ answer, source, about }: PermissionFact & { kind: 'replied' }): AnswerSource {
  if (source === 'automatic') return answer.kind === 'declined' ? 'unanswered' : 'callback';
  return about === null ? 'profile' : 'request';
}
