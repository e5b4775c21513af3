/** A business phone number with its settings, and what it knows about each customer. */
import type { CallingSettings } from '../../contract/meta/settings.ts';
import { blank, type Ledger } from '../customers/permission-ledger.ts';

export type Restriction = { readonly type: string; readonly reason: string; readonly expiration: number };

export type PhoneNumber = {
  readonly id: string;
  /** Digits with country code. */
  readonly displayPhone: string;
  readonly name: string;
  /** Business-initiated calls exist in the country of this number. */
  mayCallOut: boolean;
  /** `TIER_250` may not turn calling on. */
  messagingLimit: string;
  settings: CallingSettings;
  restrictions: readonly Restriction[];
  /** By customer id. */
  readonly ledgers: Map<string, Ledger>;
  /** Epoch milliseconds of business calls in the last 24 h. */
  startsAt: number[];
};

export const newPhoneNumber = (id: string, displayPhone: string, name: string): PhoneNumber => ({
  id,
  displayPhone,
  name,
  mayCallOut: true,
  messagingLimit: 'TIER_2K',
  settings: { status: 'ENABLED', call_icon_visibility: 'DEFAULT', callback_permission_status: 'DISABLED' },
  restrictions: [],
  ledgers: new Map(),
  startsAt: [],
});

export const ledgerOf = (number: PhoneNumber, customerId: string): Ledger => number.ledgers.get(customerId) ?? blank;

/** Whether Meta has paused calls in this direction. `now` in epoch milliseconds. */
export const restricted = (number: PhoneNumber, direction: 'user' | 'business', now: number): boolean => {
  const type = direction === 'user' ? 'RESTRICTED_USER_INITIATED_CALLING' : 'RESTRICTED_BUSINESS_INITIATED_CALLING';
  return number.restrictions.some((one) => one.type === type && one.expiration * 1000 > now);
};
