import type { CustomerChannel, CustomerEvent } from '../../../src/contract/api/customers.ts';
import { exhaustive } from '../../../src/domain/exhaustive.ts';
import { inTime } from '../../../src/domain/permission/words.ts';
import { amount } from './locale.ts';
import { comingWhen } from './when.ts';

type Standing = CustomerChannel['standing'];
type Permission = Standing['permission'];

/** What is allowed now, in a few words. */
export function permissionWords(permission: Permission, now: number): string {
  switch (permission.kind) {
    case 'none':
      return 'Calls not allowed yet';
    case 'temporary':
      return `Calls allowed until ${comingWhen(permission.until, now)}`;
    case 'permanent':
      return 'Calls allowed for good';
    case 'declined':
      return 'Calls declined';
    case 'expired':
      return 'The permission has expired';
    case 'revoked':
      return permission.by === 'customer' ? 'The customer took the permission back' : 'The permission is gone';
    default:
      return exhaustive(permission);
  }
}

/** How it came to be so; null when there is nothing to say. */
export function permissionOrigin(permission: Permission): string | null {
  switch (permission.kind) {
    case 'temporary':
    case 'permanent':
      return origins[permission.by];
    case 'declined':
      return 'The customer said no to a request.';
    case 'revoked':
      return revocations[permission.by];
    default:
      return null;
  }
}

const origins = {
  request: 'The customer said yes to a request.',
  callback: 'WhatsApp gave it because the customer called.',
  profile: 'The customer set it in the profile of your business.',
  meta: 'WhatsApp says so.',
};

const revocations = {
  customer: 'The customer changed it in the profile of your business.',
  unanswered: 'WhatsApp took it away after too many calls that were not picked up.',
  meta: 'WhatsApp does not know it any more.',
};

/** `6 days 3 h`, `3 h 12 min`, `4 min 5 s`: what is left, in the two largest units. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return `${days} ${days === 1 ? 'day' : 'days'} ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

/** How often something may still be done, and when again. */
export function leftWords({ left, nextAt }: Standing['asks'], now: number): string {
  if (left > 0) return `${amount(left)} left`;
  return nextAt === null ? 'None left' : `None left, possible again ${inTime(nextAt - now)}`;
}

export function strikeWords({ standing, nudgedAfter, revokedAfter }: CustomerChannel): string {
  const { strikes } = standing;
  if (strikes === 0) return 'None';
  const many = `${strikes} of ${revokedAfter} in a row`;
  return strikes >= nudgedAfter ? `${many}. WhatsApp has asked the customer whether to go on.` : many;
}

/** One line of the timeline; calls and messages have their own. */
export function eventWords(event: Exclude<CustomerEvent, { kind: 'called' | 'wrote' | 'texted' | 'invited' }>): string {
  switch (event.kind) {
    case 'asked':
      return `${event.agentName ?? 'Somebody'} asked for permission${event.by === 'template' ? ' by a template' : ''}`;
    case 'replied':
      return `${whoReplied[event.source]} ${answers[event.answer.kind]}`;
    case 'expired':
      return 'The permission expired';
    case 'askExpired':
      return 'The request ran out unanswered';
    case 'nudged':
      return 'WhatsApp asked the customer whether calls may go on';
    case 'corrected':
      return `WhatsApp corrected it: ${permissionWords(event.permission, event.at).toLowerCase()}`;
    default:
      return exhaustive(event);
  }
}

const whoReplied = {
  request: 'The customer',
  profile: 'The customer, in the profile,',
  callback: 'WhatsApp, after a call,',
  unanswered: 'WhatsApp, after unanswered calls,',
};

const answers = {
  temporary: 'allowed calls for a time',
  permanent: 'allowed calls for good',
  declined: 'declined calls',
};
