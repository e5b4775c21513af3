/** What is asked of Meta's Graph API for a call, and what it answers. Meta: Cloud API Calling, reference. */
import { z } from 'zod';
import { sessionSchema, trackingTextSchema } from './wire.ts';

const product = z.literal('whatsapp');
const callId = z.string().min(1);
const answerSchema = sessionSchema.extend({ sdp_type: z.literal('answer') });
const offerSchema = sessionSchema.extend({ sdp_type: z.literal('offer') });

export const preAcceptRequestSchema = z.object({
  messaging_product: product,
  action: z.literal('pre_accept'),
  call_id: callId,
  session: answerSchema,
});

export const acceptRequestSchema = z.object({
  messaging_product: product,
  action: z.literal('accept'),
  call_id: callId,
  session: answerSchema,
  biz_opaque_callback_data: trackingTextSchema.optional(),
});

export const rejectRequestSchema = z.object({
  messaging_product: product,
  action: z.literal('reject'),
  call_id: callId,
});

export const terminateRequestSchema = z.object({
  messaging_product: product,
  action: z.literal('terminate'),
  call_id: callId,
});

/** Starts a business-initiated call to a phone (`to`) or a business-scoped user id (`recipient`); `to` wins. */
export const connectRequestSchema = z.object({
  messaging_product: product,
  action: z.literal('connect'),
  to: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  session: offerSchema,
  biz_opaque_callback_data: trackingTextSchema.optional(),
});

/** Body of `POST /{PNID}/calls`. Not idempotent at Meta: a blind retry of `connect` rings twice. */
export const callActionRequestSchema = z.discriminatedUnion('action', [
  preAcceptRequestSchema,
  acceptRequestSchema,
  rejectRequestSchema,
  terminateRequestSchema,
  connectRequestSchema,
]);
export type CallActionRequest = z.infer<typeof callActionRequestSchema>;
export type ConnectRequest = z.infer<typeof connectRequestSchema>;

/** Answer to pre_accept, accept, reject, terminate and to writes of settings: only `success` is always there. */
export const successResponseSchema = z.object({ messaging_product: z.string().optional(), success: z.boolean() });

/** Answer to connect: the id of the new call. */
export const connectResponseSchema = z.object({
  messaging_product: z.string().optional(),
  success: z.boolean().optional(),
  calls: z.array(z.object({ id: callId })).min(1),
});

const limitSchema = z.object({
  time_period: z.string(),
  max_allowed: z.number(),
  current_usage: z.number(),
  limit_expiration_time: z.number().optional(),
});

/** Answer to `GET /{PNID}/call_permissions`. `expiration` is the other spelling of `expiration_time`. */
export const callPermissionsResponseSchema = z.object({
  messaging_product: z.string().optional(),
  permission: z
    .object({ status: z.string(), expiration_time: z.number().optional(), expiration: z.number().optional() })
    .transform(({ status, expiration_time, expiration }) => ({
      status,
      expiration_time: expiration_time ?? expiration,
    })),
  actions: z
    .array(
      z.object({
        action_name: z.string(),
        can_perform_action: z.boolean(),
        limits: z.array(limitSchema).optional(),
      }),
    )
    .default([]),
});
export type CallPermissionsResponse = z.infer<typeof callPermissionsResponseSchema>;

export const callPermissionsQuerySchema = z.object({
  user_wa_id: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
});

/** Body of `POST /{WABA_ID}/subscribed_apps`: empty, or an own callback for this WABA. */
export const subscribeAppRequestSchema = z.object({
  override_callback_uri: z.url().max(200).optional(),
  verify_token: z.string().optional(),
});

export const subscribedAppsResponseSchema = z.object({
  data: z.array(
    z.object({
      whatsapp_business_api_data: z.object({
        id: z.string(),
        name: z.string().optional(),
        link: z.string().optional(),
      }),
      override_callback_uri: z.string().optional(),
    }),
  ),
});
export type SubscribedAppsResponse = z.infer<typeof subscribedAppsResponseSchema>;

/** Answer to `GET /{PNID}?fields=…`; only the asked fields come back. */
export const phoneNumberResponseSchema = z.object({
  id: z.string(),
  display_phone_number: z.string().optional(),
  verified_name: z.string().optional(),
  quality_rating: z.string().optional(),
  whatsapp_business_manager_messaging_limit: z.string().optional(),
  health_status: z.object({ can_send_message: z.string() }).optional(),
});
export type PhoneNumberResponse = z.infer<typeof phoneNumberResponseSchema>;

/** Every refusal. Branch on `code` and `error_data.details`, never on `message`. */
export const metaErrorSchema = z.object({
  error: z.object({
    message: z.string(),
    type: z.string().optional(),
    code: z.number().int(),
    /** What exactly is wrong, where the code says little: with 100 when a template is made. */
    error_subcode: z.number().int().optional().catch(undefined),
    error_user_msg: z.string().optional().catch(undefined),
    error_data: z.object({ messaging_product: z.string().optional(), details: z.string().optional() }).optional(),
    fbtrace_id: z.string().optional(),
  }),
});
export type MetaError = z.infer<typeof metaErrorSchema>;
