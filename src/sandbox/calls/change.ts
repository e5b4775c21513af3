/** What Meta says about a call, as webhook changes. Meta calling reference §2.3, §2.5, §3.3, appendix A. */
import { explainMetaError } from '../../contract/meta/errors.ts';
import type { Customer } from '../customers/customer.ts';
import type { PhoneNumber } from '../numbers/phone-number.ts';
import type { Change } from '../webhooks/change.ts';
import type { Life } from './life.ts';

export type CallFacts = {
  readonly id: string;
  readonly number: PhoneNumber;
  readonly customer: Customer;
  readonly ctaPayload?: string | undefined;
  readonly deeplinkPayload?: string | undefined;
  readonly tracking?: string | undefined;
};

const seconds = (ms: number): string => String(Math.floor(ms / 1000));

export const aboutNumber = (number: PhoneNumber) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: number.displayPhone, phone_number_id: number.id },
});

/** A customer with a username hides the phone when none is given. */
export const contactOf = ({ name, username, phone, userId }: Customer) => ({
  profile: { name, ...(username === undefined ? {} : { username }) },
  ...(phone === undefined ? {} : { wa_id: phone }),
  user_id: userId,
});

const withPayloads = ({ ctaPayload, deeplinkPayload }: CallFacts) => ({
  ...(deeplinkPayload === undefined ? {} : { deeplink_payload: deeplinkPayload }),
  ...(ctaPayload === undefined ? {} : { cta_payload: ctaPayload }),
});

const tracked = ({ tracking }: CallFacts) => (tracking === undefined ? {} : { biz_opaque_callback_data: tracking });

const ends = (facts: CallFacts, direction: Life['direction']) => {
  const { number, customer } = facts;
  const phone = customer.phone;
  return direction === 'user'
    ? { ...(phone === undefined ? {} : { from: phone }), from_user_id: customer.userId, to: number.displayPhone }
    : { from: number.displayPhone, ...(phone === undefined ? {} : { to: phone }), to_user_id: customer.userId };
};

const directionWord = { user: 'USER_INITIATED', business: 'BUSINESS_INITIATED' } as const;

export const connectChange = (facts: CallFacts, direction: Life['direction'], sdp: string, nowMs: number): Change => ({
  field: 'calls',
  about: { kind: 'connect', id: facts.id },
  value: {
    ...aboutNumber(facts.number),
    contacts: [contactOf(facts.customer)],
    calls: [
      {
        id: facts.id,
        ...ends(facts, direction),
        event: 'connect',
        timestamp: seconds(nowMs),
        direction: directionWord[direction],
        ...withPayloads(facts),
        ...(direction === 'business' ? tracked(facts) : {}),
        session: { sdp_type: direction === 'user' ? 'offer' : 'answer', sdp },
      },
    ],
  },
});

const timing = ({ startedAt, endedAt = 0 }: Life) =>
  startedAt === undefined
    ? {}
    : {
        start_time: seconds(startedAt),
        end_time: seconds(endedAt),
        duration: Math.max(0, Math.floor(endedAt / 1000) - Math.floor(startedAt / 1000)),
      };

export function terminateChange(
  facts: CallFacts,
  life: Life,
  unanswered: 'COMPLETED' | 'FAILED',
  nowMs: number,
): Change {
  const answeredStatus = life.startedAt === undefined ? unanswered : 'COMPLETED';
  const status = life.failure === undefined ? answeredStatus : 'FAILED';
  return {
    field: 'calls',
    about: { kind: 'terminate', id: facts.id },
    value: {
      ...aboutNumber(facts.number),
      contacts: [contactOf(facts.customer)],
      calls: [
        {
          id: facts.id,
          ...ends(facts, life.direction),
          event: 'terminate',
          direction: directionWord[life.direction],
          timestamp: seconds(nowMs),
          ...withPayloads(facts),
          status,
          ...timing(life),
          ...tracked(facts),
        },
      ],
      ...(life.failure === undefined ? {} : { errors: [webhookError(life.failure)] }),
    },
  };
}

export const webhookError = (code: number) => {
  const { title, sentence } = explainMetaError(code);
  return {
    code,
    title,
    message: title,
    href: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes',
    error_data: { details: sentence },
  };
};

export const statusChange = (facts: CallFacts, status: 'RINGING' | 'ACCEPTED' | 'REJECTED', nowMs: number): Change => ({
  field: 'calls',
  about: { kind: 'status', id: facts.id, word: status },
  value: {
    ...aboutNumber(facts.number),
    statuses: [
      {
        id: facts.id,
        type: 'call',
        status,
        timestamp: seconds(nowMs),
        ...(facts.customer.phone === undefined ? {} : { recipient_id: facts.customer.phone }),
        recipient_user_id: facts.customer.userId,
        ...tracked(facts),
      },
    ],
  },
});
