import { z } from 'zod';
import { longestName, longestNotes, longestTag, mostTags } from '../../domain/customers/card.ts';
import { messageStates } from '../../domain/messages/progress.ts';
import { callRecordSchema } from '../desk/socket.ts';
import { channelSchema, customerSchema, instantSchema } from '../desk/words.ts';
import { talkEventSchemas } from './talk.ts';

/** A customer in the list; `seenAt`: when there was last something between them and the company. */
export const listedCustomerSchema = z.object({
  customer: customerSchema,
  seenAt: instantSchema,
  tags: z.array(z.string()),
  /** How many messages of theirs nobody has read. */
  unread: z.number().int().default(0),
});
export type ListedCustomer = z.infer<typeof listedCustomerSchema>;

/** `GET /api/customers?search=&tag=&before=&limit=`: customers of the agent's channels, last seen first; `before` is the `seenAt` of the last one that is there already. */
export const customersQuerySchema = z.object({
  search: z.string().max(100).optional(),
  tag: z.string().max(100).optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const customersPageSchema = z.object({
  customers: z.array(listedCustomerSchema),
  more: z.boolean(),
  /** Every tag that one of the agent's customers has. */
  tags: z.array(z.string()),
});
export type CustomersPage = z.infer<typeof customersPageSchema>;

const grantedBy = z.enum(['request', 'callback', 'profile', 'meta']);

/** What holds now (`src/domain/permission/ledger.ts`). */
export const permissionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('temporary'), since: instantSchema, until: instantSchema, by: grantedBy }),
  z.object({ kind: z.literal('permanent'), since: instantSchema, by: grantedBy }),
  z.object({ kind: z.literal('declined'), since: instantSchema }),
  z.object({ kind: z.literal('expired'), since: instantSchema }),
  z.object({ kind: z.literal('revoked'), since: instantSchema, by: z.enum(['customer', 'unanswered', 'meta']) }),
]);

const leftSchema = z.object({ max: z.number().int(), left: z.number().int(), nextAt: instantSchema.nullable() });

/** How a customer stands to being called on a channel (`src/domain/permission/gate.ts`). */
export const standingSchema = z.object({
  permission: permissionSchema,
  openAsk: z
    .object({ requestId: z.string(), agentId: z.string().nullable(), askedAt: instantSchema, until: instantSchema })
    .nullable(),
  strikes: z.number().int(),
  asks: leftSchema,
  calls: leftSchema,
  mayCall: z.union([
    z.object({ allowed: z.literal(true), lastStrike: z.boolean() }),
    z.object({ allowed: z.literal(false), why: z.literal('noPermission'), permission: permissionSchema }),
    z.object({ allowed: z.literal(false), why: z.literal('callLimit'), nextAt: instantSchema.nullable() }),
  ]),
  mayAsk: z.union([
    z.object({ allowed: z.literal(true) }),
    z.object({ allowed: z.literal(false), why: z.literal('permanentAlready') }),
    z.object({ allowed: z.literal(false), why: z.literal('askLimit'), nextAt: instantSchema.nullable() }),
  ]),
});

const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('temporary'), until: instantSchema }),
  z.object({ kind: z.literal('permanent') }),
  z.object({ kind: z.literal('declined') }),
]);

/** Something that happened between the company and a customer; `key` is its own. */
export const customerEventSchema = z.intersection(
  z.object({ key: z.string(), at: instantSchema, channelId: z.string() }),
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('asked'),
      agentName: z.string().nullable(),
      by: z.enum(['message', 'template']),
      text: z.string().nullable(),
      state: z.enum(messageStates),
      /** Why it failed. */
      sentence: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('replied'),
      answer: answerSchema,
      source: z.enum(['request', 'profile', 'callback', 'unanswered']),
    }),
    z.object({ kind: z.literal('expired') }),
    /** A request ran out, and nobody had answered it. */
    z.object({ kind: z.literal('askExpired') }),
    /** WhatsApp asked the customer whether to go on, after calls that were not picked up. */
    z.object({ kind: z.literal('nudged') }),
    /** Meta said something else than what was known. */
    z.object({ kind: z.literal('corrected'), permission: permissionSchema }),
    z.object({
      kind: z.literal('called'),
      record: callRecordSchema,
      /** Who had invited the customer to call. */
      invitedBy: z.string().nullable().default(null),
      /** Why the agent called although it might cost the permission. */
      reason: z.string().nullable().default(null),
    }),
    ...talkEventSchemas,
  ]),
);
export type CustomerEvent = z.infer<typeof customerEventSchema>;

/**
 * Why nobody can be called from a number, whoever the customer is. `country`: Meta has no such calls there, so that asking is of no use ·
 * `hours`: not now, but from `until` on.
 */
const closedNumberSchema = z.object({
  why: z.enum(['country', 'hours']),
  sentence: z.string(),
  until: instantSchema.nullable(),
});
export type ClosedNumber = z.infer<typeof closedNumberSchema>;

export const customerChannelSchema = z.object({
  channel: channelSchema,
  closed: closedNumberSchema.nullable(),
  /** When its calling hours end; null: it has none, or they do not hold now. */
  closesAt: instantSchema.nullable(),
  standing: standingSchema,
  /** The 24 h in which the customer may be written to freely. */
  window: z.discriminatedUnion('open', [
    z.object({ open: z.literal(true), until: instantSchema }),
    z.object({ open: z.literal(false) }),
  ]),
  /** After how many unanswered calls in a row WhatsApp asks the customer, and takes the permission away. */
  nudgedAfter: z.number().int(),
  revokedAfter: z.number().int(),
});
export type CustomerChannel = z.infer<typeof customerChannelSchema>;

/** Somebody to whom a customer can be assigned, or is. */
export const colleagueSchema = z.object({ id: z.string(), name: z.string() });
export type Colleague = z.infer<typeof colleagueSchema>;
/** `GET /api/customers/:id/colleagues`: to whom the customer can be assigned, by name. */
export const colleaguesSchema = z.object({ colleagues: z.array(colleagueSchema) });

/** What agents wrote about a customer (`src/domain/customers/card.ts`). */
export const customerCardSchema = z.object({
  givenName: z.string().nullable(),
  notes: z.string(),
  tags: z.array(z.string()),
  assignedTo: colleagueSchema.nullable().default(null),
});

const nameSchema = z.string().trim().min(1).max(longestName);
const notesSchema = z.string().max(longestNotes);
const agentIdSchema = z.string().min(1).max(200);
const tagSchema = z.string().trim().min(1).max(longestTag);

/** `PATCH /api/customers/:id`: what an agent changed; `was` is what they saw. The answer is the card as it is then. */
export const cardChangeSchema = z.object({
  givenName: z.object({ was: z.string().nullable(), is: nameSchema.nullable() }).optional(),
  // Notes of two customers who turned out to be one may be longer than what is typed.
  notes: z.object({ was: z.string(), is: notesSchema }).optional(),
  tags: z.object({ add: z.array(tagSchema).max(mostTags), remove: z.array(z.string()).max(100) }).optional(),
  /** Ids of agents. */
  assignedTo: z.object({ was: agentIdSchema.nullable(), is: agentIdSchema.nullable() }).optional(),
});
export type CardChange = z.infer<typeof cardChangeSchema>;

/** `GET /api/customers/:id`: all instants by the relay's clock, `now` among them. */
export const customerPageSchema = z.object({
  customer: customerSchema,
  card: customerCardSchema,
  now: instantSchema,
  /** Those of the agent's channels that had to do with the customer. */
  channels: z.array(customerChannelSchema),
  /** Newest first, at most 200. */
  timeline: z.array(customerEventSchema),
  /** There is more than the timeline has. */
  older: z.boolean().default(false),
});
export type CustomerPage = z.infer<typeof customerPageSchema>;

/** `GET /api/customers/:id/permission-requests?channelId=`: how the customer would be asked now, and what that costs. */
export const askPlanSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('message'), until: instantSchema, now: instantSchema }),
  z.object({
    by: z.literal('template'),
    /** Those that can be used, the one that fits the customer best first. */
    templates: z
      .array(
        // `src/domain/permission/template.ts`
        z.object({
          name: z.string(),
          language: z.string(),
          header: z.string().nullable(),
          /** Its words, with `{{1}}` where the agent's message goes. */
          body: z.string(),
          footer: z.string().nullable(),
          variables: z.number().int(),
        }),
      )
      .min(1)
      .readonly(),
  }),
  /** It cannot be done now. */
  z.object({ by: z.literal('nothing'), sentence: z.string() }),
]);
export type AskPlan = z.infer<typeof askPlanSchema>;

/** `POST /api/customers/:id/permission-requests`. The id is made by the desk, so that a repeated request is known again. */
export const askSchema = z.object({
  requestId: z.uuid(),
  channelId: z.string().min(1).max(200),
  message: z.string().trim().max(1024),
  /** How the agent was told that it would be sent, and what that costs. */
  by: z.enum(['message', 'template']).optional(),
  /** What the agent chose, where only a template can ask; the best one otherwise. */
  template: z.object({ name: z.string().max(512), language: z.string().max(20) }).optional(),
});
export type Ask = z.infer<typeof askSchema>;
export const askedSchema = z.object({ by: z.enum(['message', 'template']) });
