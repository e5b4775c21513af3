/** What crosses the wire between the sandbox's controls and its client. */
import { z } from 'zod';
import { callingSettingsSchema } from '../../contract/meta/settings.ts';
import { messageHabitSchema, speechSchema } from '../customers/customer.ts';

export const heardSchema = z.object({
  rmsDb: z.number(),
  dominantHz: z.number().nullable(),
  longestGapMs: z.number(),
  silentForMs: z.number(),
  seconds: z.number(),
  firstHeardAt: z.string().nullable(),
});

export const callViewSchema = z.object({
  id: z.string(),
  direction: z.enum(['user', 'business']),
  phase: z.enum(['ringing', 'preAccepted', 'active', 'ended']),
  customerId: z.string(),
  phoneNumberId: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  endedBy: z.enum(['business', 'customer', 'timeout', 'failure']).nullable(),
  /** Meta's error code of a call that failed. */
  failure: z.number().nullable(),
  /** The business sent audio before accept. */
  earlyMedia: z.boolean(),
  /** The customer's sound is on its way to the business. */
  speaking: z.boolean(),
  tracking: z.string().nullable(),
  heard: heardSchema,
});
export type CallView = z.infer<typeof callViewSchema>;

export const placeCallSchema = z.object({
  customerId: z.string(),
  /** Left out: the first number. */
  phoneNumberId: z.string().optional(),
  speaks: speechSchema.optional(),
  /** `lossy`: sound through a network that can be told to lose packets. */
  media: z.enum(['audio', 'none', 'lossy']).optional(),
  ctaPayload: z.string().max(512).optional(),
  deeplinkPayload: z.string().max(512).optional(),
});
export type PlaceCall = z.infer<typeof placeCallSchema>;

const share = z.number().min(0).max(1);

/** `reachable`: whether the customer's packets get through to the business. `loss`: how many get lost on the way of a `lossy` call. */
export const callMediaSchema = z.object({
  reachable: z.boolean().optional(),
  loss: z.object({ toBusiness: share, fromBusiness: share }).optional(),
});
export type CallMedia = z.infer<typeof callMediaSchema>;

const waitMs = z.coerce.number().int().min(0).max(120_000).default(15_000);

/** `hears`: sound of at least `minSeconds`, and of `hz` within `toleranceHz` when given. */
export const waitForSchema = z.object({
  for: z.enum(['preAccepted', 'active', 'ended', 'hears', 'speaking']),
  hz: z.coerce.number().optional(),
  toleranceHz: z.coerce.number().default(15),
  minSeconds: z.coerce.number().default(0.3),
  timeoutMs: waitMs,
});
export type WaitFor = z.infer<typeof waitForSchema>;

export const nextCallSchema = z.object({ customerId: z.string().optional(), timeoutMs: waitMs });

export const decideSchema = z.object({
  permission: z.enum(['none', 'temporary', 'permanent']),
  /** False: as if it had been so before, without a webhook. */
  tell: z.boolean().default(false),
  phoneNumberId: z.string().optional(),
});

export const customerMessageSchema = z.object({
  text: z.string().min(1).max(4096),
  phoneNumberId: z.string().optional(),
});

/** How messages go from now on; with `read` the customer also reads what has been delivered. */
export const messageHabitChangeSchema = z.object({ habit: messageHabitSchema });

export const pressButtonSchema = placeCallSchema.pick({ speaks: true, media: true });
export type PressButton = z.infer<typeof pressButtonSchema>;

export const newNumberSchema = z.object({
  id: z.string().regex(/^\d{5,20}$/),
  displayPhone: z.string().regex(/^\d{7,15}$/),
  name: z.string().min(1).default('Sandbox Business'),
});

/** What only Meta can change about a number. */
export const numberChangeSchema = z.object({
  mayCallOut: z.boolean().optional(),
  messagingLimit: z.enum(['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED']).optional(),
  restrictions: z.array(z.object({ type: z.string(), reason: z.string(), expiration: z.number() })).optional(),
  settings: callingSettingsSchema.optional(),
});

/** How far time is moved forward; never back. */
export const forwardSchema = z.object({
  seconds: z
    .number()
    .nonnegative()
    .max(400 * 86_400),
});

export const rawChangeSchema = z.object({ field: z.string().min(1), value: z.unknown() });

export const deliverySchema = z.object({
  id: z.string(),
  about: z.array(
    z.object({ kind: z.string(), field: z.string(), id: z.string().optional(), word: z.string().optional() }),
  ),
  state: z.enum(['sending', 'delivered', 'retrying', 'gaveUp']),
  attempts: z.array(z.object({ at: z.string(), status: z.number().nullable(), error: z.string().nullable() })),
});
export type DeliveryView = z.infer<typeof deliverySchema>;

export const verificationSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('verified') }),
  z.object({ status: z.literal('refused'), http: z.number().nullable(), reason: z.string() }),
]);
