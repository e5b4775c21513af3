import { exhaustive } from '../exhaustive.ts';
import type { MayAsk, MayCall } from './gate.ts';
import type { Permission } from './ledger.ts';

type No<Answer> = Extract<Answer, { allowed: false }>;

/** Why a customer may not be called, and when it will work, for the agent. */
export function whyNotCall(no: No<MayCall>, now: number): string {
  if (no.why === 'noPermission') return `${lacking(no.permission)} ${afterwards}`;
  if (no.nextAt === null) return 'WhatsApp allows no call to this customer at the moment. Try again later.';
  return `The customer has been called as often as WhatsApp allows. ${again('Calling', no.nextAt, now)}`;
}

/** Why nobody may be called from a number now, and when it will work, for the agent. */
export function outsideCallingHours(until: number | null, now: number): string {
  return `Your company calls nobody from this number at this hour. ${again('Calling', until, now)}`;
}

/** Why a customer may not be asked for permission, and when it will work, for the agent. */
export function whyNotAsk(no: No<MayAsk>, now: number): string {
  if (no.why === 'permanentAlready') return 'The customer has allowed calls for good. There is nothing to ask.';
  if (no.nextAt === null) return 'WhatsApp lets nobody ask this customer at the moment. Try again later.';
  return `The customer has been asked as often as WhatsApp allows. ${again('Asking', no.nextAt, now)}`;
}

/** What one more unanswered call would do. */
export function lastStrikeWarning(strikes: number): string {
  return `${strikes} calls in a row were not picked up. If this one is not either, WhatsApp takes the permission away.`;
}

/** "in 3 hours", rounded up, so that it is never promised too early. */
export function inTime(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  if (minutes <= 1) return 'in a minute';
  if (minutes < 120) return `in ${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? `in ${hours} hours` : `in ${Math.ceil(hours / 24)} days`;
}

const afterwards = 'Ask for permission, and call once it is given.';

function lacking(permission: Permission): string {
  switch (permission.kind) {
    case 'none':
      return 'The customer has not allowed calls.';
    case 'declined':
      return 'The customer declined to be called.';
    case 'expired':
      return 'The permission to call has expired.';
    case 'revoked':
      if (permission.by === 'customer') return 'The customer has taken back the permission to call.';
      if (permission.by === 'meta') return 'The permission to call is gone.';
      return 'WhatsApp took the permission to call away, after too many calls that were not picked up.';
    case 'temporary':
    case 'permanent':
      return '';
    default:
      return exhaustive(permission);
  }
}

function again(what: string, nextAt: number | null, now: number): string {
  return nextAt === null ? 'Try again later.' : `${what} works again ${inTime(nextAt - now)}.`;
}
