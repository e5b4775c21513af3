import type { PermissionFact } from './fact.ts';
import { isGranted, type Ledger, ledgerAt, type Permission } from './ledger.ts';
import { asksLeft, callsLeft, type Left } from './limits.ts';
import type { PermissionRules } from './rules.ts';

export type MayCall =
  | {
      allowed: true;
      /** One more unanswered call takes the permission away: the agent confirms it, with a reason. */
      lastStrike: boolean;
    }
  | { allowed: false; why: 'noPermission'; permission: Permission }
  | { allowed: false; why: 'callLimit'; nextAt: number | null };

export type MayAsk =
  | { allowed: true }
  | { allowed: false; why: 'permanentAlready' }
  | { allowed: false; why: 'askLimit'; nextAt: number | null };

/** Everything that the permission card of a customer shows. */
export type Standing = Ledger & { asks: Left; calls: Left; mayCall: MayCall; mayAsk: MayAsk };

/**
 * How a customer stands to being called on a channel, and what an agent may do about it now.
 *
 * @param facts in any order, with or without repetition
 * @param now ms
 */
export function standingAt(facts: readonly PermissionFact[], now: number, rules: PermissionRules): Standing {
  const ledger = ledgerAt(facts, now, rules);
  const asks = asksLeft(facts, now, rules);
  const calls = callsLeft(facts, now, rules);
  return { ...ledger, asks, calls, mayCall: mayCall(ledger, calls, rules), mayAsk: mayAsk(ledger, asks) };
}

function mayCall({ permission, strikes }: Ledger, calls: Left, rules: PermissionRules): MayCall {
  if (!isGranted(permission)) return { allowed: false, why: 'noPermission', permission };
  if (calls.left === 0) return { allowed: false, why: 'callLimit', nextAt: calls.nextAt };
  return { allowed: true, lastStrike: strikes >= rules.revokedAfter - 1 };
}

function mayAsk({ permission }: Ledger, asks: Left): MayAsk {
  if (permission.kind === 'permanent') return { allowed: false, why: 'permanentAlready' };
  if (asks.left === 0) return { allowed: false, why: 'askLimit', nextAt: asks.nextAt };
  return { allowed: true };
}
