import type { WebhookContact } from '../../contract/meta/webhook.ts';
import type { MetaCode } from '../../domain/calls/code.ts';
import type { Contact } from '../store/customers.ts';

/** The customer of a call or message: the contact that bears one of its two keys, or the only contact there is. */
export function contactOf(
  from: { from?: string | undefined; from_user_id?: string | undefined },
  contacts: readonly WebhookContact[],
): Contact {
  const contact =
    contacts.find(
      (one) =>
        (one.user_id !== undefined && one.user_id === from.from_user_id) ||
        (one.wa_id !== undefined && one.wa_id === from.from),
    ) ?? (contacts.length === 1 ? contacts[0] : undefined);
  return {
    bsuid: from.from_user_id ?? contact?.user_id ?? null,
    phone: e164(from.from ?? contact?.wa_id),
    name: contact?.profile?.name ?? null,
    username: contact?.profile?.username ?? null,
  };
}

export function e164(digits: string | undefined): string | null {
  const only = digits?.replace(/\D/g, '');
  return only ? `+${only}` : null;
}

export function millis(seconds: number | undefined): number | null {
  return seconds === undefined ? null : seconds * 1000;
}

export function codeOf(errors: readonly { code: number }[]): MetaCode | 'meta' | null {
  const code = errors[0]?.code;
  return code === undefined ? null : code === 0 ? 'meta' : `${code}`;
}

/** Meta counts in whole seconds, and nothing happened after it was heard of, whatever the clocks say. */
export function instantOf(seconds: number | undefined, receivedAt: number): number {
  return seconds === undefined ? receivedAt : Math.min(receivedAt, seconds * 1000 + 999);
}
