/** `/sandbox/customers…` and `/sandbox/numbers…`: who is on this WhatsApp, and what only Meta or a customer can change. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { aboutNumber, contactOf } from '../calls/change.ts';
import { type Customer, customerInputSchema } from '../customers/customer.ts';
import type { Customers } from '../customers/customers.ts';
import type { Inbox } from '../customers/inbox.ts';
import { WEEK } from '../customers/permission-ledger.ts';
import type { Permissions } from '../customers/permissions.ts';
import { newWamid } from '../ids.ts';
import { makeVoice } from '../media/voice.ts';
import { changeSettings } from '../numbers/change-settings.ts';
import { newPhoneNumber, type PhoneNumber } from '../numbers/phone-number.ts';
import { notFound, Problem } from '../problem.ts';
import type { Change } from '../webhooks/change.ts';
import {
  customerMessageSchema,
  decideSchema,
  messageHabitChangeSchema,
  newNumberSchema,
  numberChangeSchema,
} from './shapes.ts';

type Deps = {
  readonly customers: Customers;
  readonly inbox: Inbox;
  readonly permissions: Permissions;
  readonly numbers: Map<string, PhoneNumber>;
  readonly numberOf: (id: string | undefined) => PhoneNumber;
  readonly send: (change: Change) => void;
  readonly now: () => number;
};

const idSchema = z.object({ id: z.string() });

const numberView = ({ id, displayPhone, name, mayCallOut, messagingLimit, settings, restrictions }: PhoneNumber) => {
  return { id, displayPhone, name, mayCallOut, messagingLimit, settings, restrictions };
};

export function peopleControls(
  app: FastifyInstance,
  { customers, inbox, permissions, numbers, numberOf, send, now }: Deps,
): void {
  const customerOf = (params: unknown): Customer => {
    const customer = customers.get(idSchema.parse(params).id);
    if (customer === undefined) throw notFound('customer');
    return customer;
  };

  app.get('/sandbox/customers', () => customers.all().map((customer) => ({ ...customer, speaks: undefined })));

  app.post('/sandbox/customers', (request, reply) => {
    const input = customerInputSchema.parse(request.body);
    const voice = makeVoice(input.speaks);
    if (voice.status === 'refused') throw new Problem(400, 'invalid-input', 'Invalid input', voice.reason);
    const { speaks: _, ...customer } = customers.add(input);
    return reply.code(201).send(customer);
  });

  app.put('/sandbox/customers/:id/permission', (request, reply) => {
    const customer = customerOf(request.params);
    const { permission: word, tell, phoneNumberId } = decideSchema.parse(request.body);
    const number = numberOf(phoneNumberId);
    if (tell) permissions.decide(number, customer, word, { by: 'user_action' });
    else {
      const permission = word === 'temporary' ? { kind: word, expiresAt: now() + WEEK } : { kind: word };
      permissions.plant(number, customer, permission);
    }
    return reply.code(204).send();
  });

  app.post('/sandbox/customers/:id/messages', (request, reply) => {
    const customer = customerOf(request.params);
    const { text, phoneNumberId } = customerMessageSchema.parse(request.body);
    const number = numberOf(phoneNumberId);
    permissions.contacted(number, customer);
    const id = newWamid();
    send({
      field: 'messages',
      about: { kind: 'message', id },
      value: {
        ...aboutNumber(number),
        contacts: [contactOf(customer)],
        messages: [
          {
            ...(customer.phone === undefined ? {} : { from: customer.phone }),
            from_user_id: customer.userId,
            id,
            timestamp: String(Math.floor(now() / 1000)),
            type: 'text',
            text: { body: text },
          },
        ],
      },
    });
    return reply.code(201).send({ id });
  });

  app.put('/sandbox/customers/:id/messages', (request, reply) => {
    const customer = customerOf(request.params);
    customer.messages = messageHabitChangeSchema.parse(request.body).habit;
    if (customer.messages === 'read') inbox.readAll(customer.id);
    return reply.code(204).send();
  });

  app.get('/sandbox/numbers', () => [...numbers.values()].map(numberView));

  app.post('/sandbox/numbers', (request, reply) => {
    const { id, displayPhone, name } = newNumberSchema.parse(request.body);
    const number = newPhoneNumber(id, displayPhone, name);
    numbers.set(id, number);
    return reply.code(201).send(numberView(number));
  });

  app.patch('/sandbox/numbers/:id', (request) => {
    const number = numbers.get(idSchema.parse(request.params).id);
    if (number === undefined) throw notFound('number');
    const change = numberChangeSchema.parse(request.body);
    if (change.settings !== undefined) {
      const verdict = changeSettings(number.settings, change.settings, new Date(now()).toISOString().slice(0, 10));
      if (verdict.status === 'refused') throw new Problem(400, 'invalid-input', 'Invalid input', verdict.details);
      number.settings = verdict.settings;
    }
    number.mayCallOut = change.mayCallOut ?? number.mayCallOut;
    number.messagingLimit = change.messagingLimit ?? number.messagingLimit;
    number.restrictions = change.restrictions ?? number.restrictions;
    return numberView(number);
  });
}
