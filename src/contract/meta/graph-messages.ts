/** Messages that the softphone sends, and templates. Meta: Cloud API messages; Calling, user call permissions and call buttons. */
import { z } from 'zod';
import { eachReadable, trackingTextSchema } from './wire.ts';

const bodySchema = z.object({ text: z.string().min(1).max(1024) });

/** Asks the customer for permission to call; only inside the 24 h customer service window. */
export const callPermissionRequestInteractiveSchema = z.object({
  type: z.literal('call_permission_request'),
  action: z.object({ name: z.literal('call_permission_request') }),
  body: bodySchema.optional(),
});

/** A button with which the customer calls. `payload` comes back as `cta_payload`. */
export const voiceCallInteractiveSchema = z.object({
  type: z.literal('voice_call'),
  body: bodySchema,
  action: z.object({
    name: z.literal('voice_call'),
    parameters: z
      .object({
        display_text: z.string().min(1).max(20).optional(),
        ttl_minutes: z.number().int().min(1).max(43_200).optional(),
        payload: trackingTextSchema.optional(),
      })
      .optional(),
  }),
});

const addressed = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  biz_opaque_callback_data: trackingTextSchema.optional(),
  context: z.object({ message_id: z.string().min(1) }).optional(),
};

export const textMessageRequestSchema = z.object({
  ...addressed,
  type: z.literal('text'),
  text: z.object({ body: z.string().min(1).max(4096), preview_url: z.boolean().optional() }),
});

export const templateMessageRequestSchema = z.object({
  ...addressed,
  type: z.literal('template'),
  template: z.object({
    name: z.string().min(1),
    language: z.object({ code: z.string().min(1) }),
    components: z.array(z.looseObject({ type: z.string() })).optional(),
  }),
});

export const interactiveMessageRequestSchema = z.object({
  ...addressed,
  type: z.literal('interactive'),
  interactive: z.discriminatedUnion('type', [callPermissionRequestInteractiveSchema, voiceCallInteractiveSchema]),
});

/** Body of `POST /{PNID}/messages`. One of `to` (phone) and `recipient` (business-scoped user id) is needed. */
export const messageRequestSchema = z.discriminatedUnion('type', [
  textMessageRequestSchema,
  templateMessageRequestSchema,
  interactiveMessageRequestSchema,
]);
export type MessageRequest = z.infer<typeof messageRequestSchema>;

/** Marks an inbound message as read, on the same path. */
export const readReceiptRequestSchema = z.object({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.object({ type: z.literal('text') }).optional(),
});

/** A 200 means accepted, not delivered: the statuses follow by webhook. */
export const messageResponseSchema = z.object({
  messaging_product: z.string().optional(),
  contacts: z
    .array(z.object({ input: z.string(), wa_id: z.string().optional(), user_id: z.string().optional() }))
    .optional(),
  messages: z.array(z.object({ id: z.string().min(1), message_status: z.string().optional() })).min(1),
});

/** A message template; `components` keeps what Meta says. */
export const messageTemplateSchema = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  status: z.string(),
  category: z.string(),
  components: z.array(z.looseObject({ type: z.string() })).default([]),
  rejected_reason: z.string().optional().catch(undefined),
  quality_score: z.object({ score: z.string() }).optional().catch(undefined),
});
export type MessageTemplate = z.infer<typeof messageTemplateSchema>;

export const createTemplateRequestSchema = z.object({
  name: z
    .string()
    .max(512)
    .regex(/^[a-z0-9_]+$/),
  language: z.string().min(2),
  category: z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']),
  /** Variables are numbers by default. */
  parameter_format: z.enum(['POSITIONAL', 'NAMED']).optional(),
  components: z.array(z.looseObject({ type: z.string() })).min(1),
});
export type CreateTemplateRequest = z.infer<typeof createTemplateRequestSchema>;

/** Taken, which is not approved yet: the review is told by webhook. */
export const createTemplateResponseSchema = z.object({
  id: z.coerce.string().min(1),
  status: z.string().default('PENDING'),
  category: z.string().optional(),
});

/** One page of a list; `next` is there when another follows `after`. */
export const templatePageSchema = z.object({
  data: eachReadable(messageTemplateSchema),
  paging: z
    .object({ cursors: z.object({ after: z.string() }).partial().optional(), next: z.string().optional() })
    .optional()
    .catch(undefined),
});

/** Whether a template asks for permission to call; Meta spells component types in either case. */
export const asksForCallPermission = (template: MessageTemplate): boolean =>
  template.components.some(({ type }) => type.toLowerCase() === 'call_permission_request');
