/** A WhatsApp user and how their phone behaves. */
import { z } from 'zod';

/** What the customer says: a tone, or a WAV file (PCM, 16 bit, mono) as base64. */
export const speechSchema = z.union([
  z.object({ toneHz: z.number().min(60).max(4_000) }),
  z.object({ wavBase64: z.base64().max(8_000_000) }),
  z.object({ silence: z.literal(true) }),
]);
export type Speech = z.infer<typeof speechSchema>;

const afterMs = z.number().int().nonnegative().max(600_000).default(200);

/** What happens when the business calls. */
export const onCallSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picksUp'), afterMs }),
  z.object({ kind: z.literal('rejects'), afterMs }),
  z.object({ kind: z.literal('neverAnswers') }),
]);

/** What happens when the business asks for permission to call. */
export const onPermissionRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('grantsTemporary'), afterMs }),
  z.object({ kind: z.literal('grantsPermanent'), afterMs }),
  z.object({ kind: z.literal('declines'), afterMs }),
  z.object({ kind: z.literal('ignores') }),
]);

/** How far messages to the customer get; whoever blocks the business gets none, and WhatsApp does not tell it. */
export const messageHabitSchema = z.enum(['read', 'delivered', 'undeliverable', 'blocked']);

export const customerInputSchema = z.object({
  name: z.string().min(1).max(200),
  username: z.string().min(1).max(64).optional(),
  /** Digits with country code, no plus. Without it the customer is known by user id only. */
  phone: z
    .string()
    .transform((value) => value.replace(/[\s()+-]/g, ''))
    .pipe(z.string().regex(/^\d{7,15}$/, 'a phone is 7 to 15 digits with the country code'))
    .optional(),
  userId: z.string().min(3).max(131).optional(),
  speaks: speechSchema.default({ toneHz: 440 }),
  onCall: onCallSchema.default({ kind: 'picksUp', afterMs: 200 }),
  onPermissionRequest: onPermissionRequestSchema.default({ kind: 'ignores' }),
  messages: messageHabitSchema.default('read'),
  /** `none`: the phone has no audio; cheap, for load. */
  media: z.enum(['audio', 'none']).default('audio'),
});
export type CustomerInput = z.input<typeof customerInputSchema>;

export const customerSchema = customerInputSchema.extend({
  id: z.string(),
  userId: z.string(),
  /** A person at /phone; `onCall` does not apply to them. */
  person: z.boolean(),
});
export type Customer = z.infer<typeof customerSchema>;
