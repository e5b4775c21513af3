/** Small shapes that Meta writes in more than one way, read into one (Meta calling reference §14). */
import { z } from 'zod';

/** Unix seconds. Meta mostly writes a string, sometimes an integer. */
export const epochSecondsSchema = z
  .union([z.number().int().nonnegative(), z.string().regex(/^\d{1,12}$/)])
  .transform((value) => Number(value));

/** A text that Meta leaves out or sends empty when it is unknown, such as the phone of a customer with a username. */
export const maybeTextSchema = z
  .string()
  .nullish()
  .transform((value) => (value === '' || value === null ? undefined : value));

/** One entry of an `errors[]` inside a webhook. */
export const webhookErrorSchema = z.object({
  code: z.coerce.number().int(),
  title: z.string().optional(),
  message: z.string().optional(),
  href: z.string().optional(),
  error_data: z.object({ details: z.string().optional() }).optional(),
});
export type WebhookError = z.infer<typeof webhookErrorSchema>;

/** A session description as it crosses Meta's wire. `sdp` keeps its CRLF line ends. */
export const sessionSchema = z.object({ sdp_type: z.enum(['offer', 'answer']), sdp: z.string().min(1) });
export type MetaSession = z.infer<typeof sessionSchema>;

/** Tracking text of the business, and the payload of buttons and links: 512 characters at most. */
export const trackingTextSchema = z.string().max(512);
