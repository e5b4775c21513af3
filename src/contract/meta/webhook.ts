/**
 * What Meta posts to the webhook. Read loosely: an unknown `field`, `event`, `type` or member never fails, so that
 * something new at Meta does not cost a call. Meta: Cloud API Calling, user- and business-initiated calls, reference.
 */
import { z } from 'zod';
import { callPermissionReplySchema } from './permission-reply.ts';
import {
  eachReadable,
  epochSecondsSchema,
  maybeSecondsSchema,
  maybeTextSchema,
  sessionSchema,
  webhookErrorSchema,
} from './wire.ts';

/** One change; `value` is read with the schema that belongs to its `field`. */
export const metaChangeSchema = z.object({ field: z.string(), value: z.unknown() });
export type MetaChange = z.infer<typeof metaChangeSchema>;

/** The envelope of every delivery: up to 1000 changes, spread over several entries. `entry[].id` is the WABA id. */
export const metaWebhookSchema = z.object({
  object: maybeTextSchema,
  /** `time` comes with news of the account, not with calls and messages. */
  entry: eachReadable(
    z.object({ id: maybeTextSchema, time: maybeSecondsSchema, changes: eachReadable(metaChangeSchema) }),
  ),
});
export type MetaWebhook = z.infer<typeof metaWebhookSchema>;

export const webhookMetadataSchema = z.object({
  display_phone_number: maybeTextSchema,
  phone_number_id: z.coerce.string().min(1),
});

/** A customer. The phone (`wa_id`) is missing or empty once they go by a username: key by `user_id` first. */
export const webhookContactSchema = z.object({
  profile: z.object({ name: maybeTextSchema, username: maybeTextSchema }).optional().catch(undefined),
  wa_id: maybeTextSchema,
  user_id: maybeTextSchema,
  parent_user_id: maybeTextSchema,
});
export type WebhookContact = z.infer<typeof webhookContactSchema>;

/** `connect`, `terminate`, or an event that Meta adds later. Whether a call was answered is told by `start_time`. */
export const callEventSchema = z.object({
  id: z.string().min(1),
  event: z.string(),
  /** Left out when it cannot be read; then the call is as old as its delivery. */
  timestamp: maybeSecondsSchema,
  direction: maybeTextSchema,
  from: maybeTextSchema,
  from_user_id: maybeTextSchema,
  from_parent_user_id: maybeTextSchema,
  to: maybeTextSchema,
  to_user_id: maybeTextSchema,
  to_parent_user_id: maybeTextSchema,
  session: sessionSchema.optional().catch(undefined),
  status: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined)
    .transform((value) => (Array.isArray(value) ? value[0] : value)),
  start_time: maybeSecondsSchema,
  end_time: maybeSecondsSchema,
  duration: z.coerce.number().nonnegative().transform(Math.floor).optional().catch(undefined),
  deeplink_payload: maybeTextSchema,
  cta_payload: maybeTextSchema,
  biz_opaque_callback_data: maybeTextSchema,
  errors: eachReadable(webhookErrorSchema),
});
export type CallEvent = z.infer<typeof callEventSchema>;

/** RINGING, ACCEPTED or REJECTED of a business-initiated call, in any order. */
export const callStatusSchema = z.object({
  id: z.string().min(1),
  type: z.string().optional(),
  status: z.string(),
  timestamp: epochSecondsSchema,
  recipient_id: maybeTextSchema,
  recipient_user_id: maybeTextSchema,
  recipient_parent_user_id: maybeTextSchema,
  biz_opaque_callback_data: maybeTextSchema,
  errors: z.array(webhookErrorSchema).optional(),
});
export type CallStatus = z.infer<typeof callStatusSchema>;

/** The value of field `calls`. Errors stand beside `calls[]` or inside it: read both with `callErrors`. */
export const callsValueSchema = z.object({
  metadata: webhookMetadataSchema,
  contacts: eachReadable(webhookContactSchema),
  calls: eachReadable(callEventSchema),
  statuses: eachReadable(callStatusSchema),
  errors: eachReadable(webhookErrorSchema),
});
export type CallsValue = z.infer<typeof callsValueSchema>;

/** The errors of one call, wherever Meta put them; those beside several calls belong to the failed ones. */
export const callErrors = (value: CallsValue, call: CallEvent) => {
  const belong = value.calls.length === 1 || call.status?.toUpperCase() === 'FAILED';
  return [...call.errors, ...(belong ? value.errors : [])];
};

/** Where the call came from; older samples leave `direction` out, then the kind of SDP tells. */
export const callDirection = (call: CallEvent): 'USER_INITIATED' | 'BUSINESS_INITIATED' | undefined => {
  const direction = call.direction?.toUpperCase();
  if (direction === 'USER_INITIATED' || direction === 'BUSINESS_INITIATED') return direction;
  if (call.session === undefined) return undefined;
  return call.session.sdp_type === 'offer' ? 'USER_INITIATED' : 'BUSINESS_INITIATED';
};

const captioned = z.object({ caption: maybeTextSchema, filename: maybeTextSchema }).optional().catch(undefined);
const titled = z.object({ title: maybeTextSchema }).optional().catch(undefined);

/** An inbound message, with the words of the kinds that have some; others keep only their `type`. */
export const inboundMessageSchema = z.object({
  id: z.string().min(1),
  from: maybeTextSchema,
  from_user_id: maybeTextSchema,
  timestamp: epochSecondsSchema,
  type: z.string(),
  text: z.object({ body: z.string() }).optional().catch(undefined),
  image: captioned,
  video: captioned,
  document: captioned,
  /** The button of a template that they pressed. */
  button: z.object({ text: maybeTextSchema }).optional().catch(undefined),
  reaction: z.object({ emoji: maybeTextSchema }).optional().catch(undefined),
  location: z.object({ name: maybeTextSchema, address: maybeTextSchema }).optional().catch(undefined),
  audio: z
    .object({
      id: z.string(),
      sha256: z.string().optional(),
      mime_type: z.string().optional(),
      url: z.string().optional(),
    })
    .optional()
    .catch(undefined),
  context: z.object({ from: maybeTextSchema, id: maybeTextSchema }).optional().catch(undefined),
  interactive: z
    .object({
      type: z.string(),
      call_permission_reply: callPermissionReplySchema.optional().catch(undefined),
      button_reply: titled,
      list_reply: titled,
    })
    .optional()
    .catch(undefined),
});
export type InboundMessage = z.infer<typeof inboundMessageSchema>;

/** sent, delivered, read, played or failed of a message that the business sent. */
export const messageStatusSchema = z.object({
  id: z.string().min(1),
  status: z.string(),
  timestamp: epochSecondsSchema,
  recipient_id: maybeTextSchema,
  recipient_user_id: maybeTextSchema,
  biz_opaque_callback_data: maybeTextSchema,
  errors: eachReadable(webhookErrorSchema),
});
export type MessageStatus = z.infer<typeof messageStatusSchema>;

/** The value of field `messages`: messages, permission replies, voicemail (its id is the wacid), statuses. */
export const messagesValueSchema = z.object({
  messaging_product: z.string().optional(),
  metadata: webhookMetadataSchema,
  contacts: eachReadable(webhookContactSchema),
  messages: eachReadable(inboundMessageSchema),
  statuses: eachReadable(messageStatusSchema),
  errors: eachReadable(webhookErrorSchema),
});
export type MessagesValue = z.infer<typeof messagesValueSchema>;
