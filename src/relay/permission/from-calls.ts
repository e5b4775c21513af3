import type { Transaction } from 'kysely';
import type { Call } from '../../domain/calls/call.ts';
import type { PermissionFact, Refusal } from '../../domain/permission/fact.ts';
import { factOfCall } from '../../domain/permission/from-call.ts';
import { inTouchBy } from '../../domain/window/in-touch.ts';
import type { Companion } from '../calls/call-desk.ts';
import type { GraphRefusal } from '../graph/client.ts';
import { meet } from '../store/acquaintances.ts';
import type { Tables } from '../store/tables.ts';
import { learn } from './facts.ts';

/** What calls say about permission and about the service window, saved with the step that says it. */
export const permissionFromCalls: Companion = {
  async follow(trx, { call, effects }, at) {
    const { direction, life } = call;
    if (effects.length > 0 && direction === 'outbound') await meet(trx, call, inTouchBy(call), at);
    if (life.phase !== 'ended') return;
    const fact = factOfCall(call);
    if (fact) await learn(trx, call, fact);
  },
  async undo() {},
};

/** Meta would not begin a call: what that says about permission is saved with its answer. */
export async function learnRefusedCall(
  trx: Transaction<Tables>,
  call: Call,
  refusal: GraphRefusal,
  at: number,
): Promise<void> {
  const fact = refusedFact(`refused/${call.id}`, refusal, at);
  if (fact) await learn(trx, call, fact);
}

/** What one of Meta's refusals says about permission; null when it is about something else (§7). */
export function refusedFact(key: string, { code, details }: GraphRefusal, at: number): PermissionFact | null {
  const why = refusals[code];
  return why === undefined ? null : { key, at, kind: 'refused', why, until: instantIn(details, at) };
}

const refusals: Record<string, Refusal> = {
  '138006': 'noPermission',
  '138009': 'askLimit',
  '138012': 'callLimit',
  '138017': 'permanentAlready',
};

/** The next allowed time, which Meta names in its details in a form that it does not document: ISO 8601 or Unix seconds are understood. */
export function instantIn(details: string | null, now: number): number | null {
  const iso = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/.exec(details ?? '')?.[0];
  const seconds = /\b1\d{9}\b/.exec(details ?? '')?.[0];
  const zoned = iso && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) ? `${iso}Z` : iso;
  const at = zoned ? Date.parse(zoned.replace(' ', 'T')) : seconds ? Number(seconds) * 1000 : Number.NaN;
  return Number.isFinite(at) && at > now ? at : null;
}
