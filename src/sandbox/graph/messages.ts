/** `POST /{PNID}/messages`: text, templates, permission requests, call buttons, read receipts. Meta calling reference §4.3, §6, §12. */
import { z } from 'zod';
import {
  asksForCallPermission,
  type MessageRequest,
  messageRequestSchema,
  readReceiptRequestSchema,
} from '../../contract/meta/graph-messages.ts';
import { aboutNumber, webhookError } from '../calls/change.ts';
import type { Customer } from '../customers/customer.ts';
import type { Customers } from '../customers/customers.ts';
import type { Inbox } from '../customers/inbox.ts';
import { mayAsk, windowOpen } from '../customers/permission-ledger.ts';
import type { Permissions } from '../customers/permissions.ts';
import { newWamid } from '../ids.ts';
import { ledgerOf, type PhoneNumber } from '../numbers/phone-number.ts';
import { checkFilled, type SentButton } from '../templates/fill.ts';
import type { Templates } from '../templates/templates.ts';
import type { Change } from '../webhooks/change.ts';
import { Refusal } from './refusal.ts';
import type { Answer } from './serve.ts';

type Deps = {
  readonly customers: Customers;
  readonly inbox: Inbox;
  readonly permissions: Permissions;
  readonly templates: Templates;
  readonly send: (change: Change) => void;
  readonly later: (afterMs: number, run: () => void) => void;
  readonly now: () => number;
};

/** A message of the business; what it said to be told back. */
type Message = { readonly id: string; readonly tracking: string | undefined };

/** Minutes; §6.1. */
const usualButtonLife = 10_080;

const isReadReceipt = z.looseObject({ status: z.literal('read') });

export const messageActions = ({ customers, inbox, permissions, templates, send, later, now }: Deps) => {
  const status = (
    number: PhoneNumber,
    customer: Customer,
    { id, tracking }: Message,
    word: string,
    code?: number,
  ): void =>
    send({
      field: 'messages',
      about: { kind: 'status', id, word },
      value: {
        ...aboutNumber(number),
        statuses: [
          {
            id,
            status: word,
            timestamp: String(Math.floor(now() / 1000)),
            ...(customer.phone === undefined ? {} : { recipient_id: customer.phone }),
            recipient_user_id: customer.userId,
            ...(tracking === undefined ? {} : { biz_opaque_callback_data: tracking }),
            ...(code === undefined ? {} : { errors: [webhookError(code)] }),
          },
        ],
      },
    });

  /** A free-form message outside the window is taken and fails afterwards, as it commonly does at Meta. */
  const report = (number: PhoneNumber, customer: Customer, message: Message, isTemplate: boolean): boolean => {
    const closed = !isTemplate && !windowOpen(ledgerOf(number, customer.id), now());
    if (closed) status(number, customer, message, 'failed', 131047);
    else if (customer.messages === 'undeliverable') status(number, customer, message, 'failed', 131026);
    else {
      status(number, customer, message, 'sent');
      if (customer.messages === 'blocked') return false;
      status(number, customer, message, 'delivered');
      inbox.arrived(customer.id, () => status(number, customer, message, 'read'));
      if (customer.messages === 'read') inbox.readAll(customer.id);
      return true;
    }
    return false;
  };

  /** What comes of a message beside its words. @throws Refusal for a template that cannot be sent like this */
  const effectsOf = (request: MessageRequest): { asks: boolean; button: SentButton | null } => {
    if (request.type === 'template') {
      const template = templates.approved(request.template.name, request.template.language.code);
      return { button: checkFilled(template, request.template), asks: asksForCallPermission(template) };
    }
    if (request.type !== 'interactive') return { asks: false, button: null };
    if (request.interactive.type === 'call_permission_request') return { asks: true, button: null };
    const { ttl_minutes, payload } = request.interactive.action.parameters ?? {};
    return { asks: false, button: { ttl_minutes, payload } };
  };

  const checkRequest = (number: PhoneNumber, customer: Customer): void => {
    if (number.settings.status !== 'ENABLED') throw new Refusal(138000, 'Calling is not enabled on this number');
    const verdict = mayAsk(ledgerOf(number, customer.id), permissions.limits, now());
    if (verdict === 'permanentExists') throw new Refusal(138017);
    if (verdict === 'limitReached') throw new Refusal(138009);
  };

  const customerReplies = (number: PhoneNumber, customer: Customer, messageId: string): void => {
    const { onPermissionRequest: reaction } = customer;
    if (reaction.kind === 'ignores') return;
    const word = ({ grantsTemporary: 'temporary', grantsPermanent: 'permanent', declines: 'none' } as const)[
      reaction.kind
    ];
    later(reaction.afterMs, () =>
      permissions.decide(number, customer, word, { by: 'user_action', contextId: messageId }),
    );
  };

  const keepButton = (number: PhoneNumber, customer: Customer, button: SentButton): void => {
    const { ttl_minutes = usualButtonLife, payload } = button;
    inbox.gotButton(customer.id, { number, payload, until: now() + ttl_minutes * 60_000 });
  };

  return (number: PhoneNumber, body: unknown): Answer => {
    if (isReadReceipt.safeParse(body).success) {
      readReceiptRequestSchema.parse(body);
      return { body: { success: true }, applied: true };
    }
    const request = messageRequestSchema.parse(body);
    if (request.to === undefined && request.recipient === undefined)
      throw new Refusal(131008, 'to or recipient is required');
    const customer = customers.addressed(request.to, request.recipient);
    if (customer === undefined) throw new Refusal(131026, 'The recipient is not on this WhatsApp');
    const { asks, button } = effectsOf(request);
    if (asks) checkRequest(number, customer);
    const id = newWamid();
    return {
      applied: true,
      body: {
        messaging_product: 'whatsapp',
        contacts: [
          {
            input: request.to ?? request.recipient,
            ...(customer.phone === undefined ? {} : { wa_id: customer.phone }),
            user_id: customer.userId,
          },
        ],
        messages: [{ id, ...(request.type === 'template' ? { message_status: 'accepted' } : {}) }],
      },
      after: () => {
        const message = { id, tracking: request.biz_opaque_callback_data };
        const arrived = report(number, customer, message, request.type === 'template');
        if (arrived && button !== null) keepButton(number, customer, button);
        if (!arrived || !asks) return;
        permissions.asked(number, customer);
        customerReplies(number, customer, id);
      },
    };
  };
};
