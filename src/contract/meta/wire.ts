/** Small shapes that Meta writes in more than one way, read into one (Meta calling reference §14). */
import { z } from 'zod';

/** Unix seconds. Meta mostly writes a string, sometimes an integer. */
export const epochSecondsSchema = z
  .union([z.number().int().nonnegative(), z.string().regex(/^\d{1,12}$/)])
  .transform((value) => Number(value));

/** A text that Meta leaves out or sends empty when it is unknown, such as the phone of a customer with a username. */
export const maybeTextSchema = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(undefined)
  .transform((value) => (value === '' || value === null ? undefined : value));

/**
 * A list of which every entry is read for itself: one that cannot be read is left out, and a list that is none is empty, so that
 * something odd at Meta does not cost the call beside it.
 */
export const eachReadable = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((item): z.output<Schema>[] => {
        const read = schema.safeParse(item);
        return read.success ? [read.data] : [];
      }),
    );

/** One entry of an `errors[]` inside a webhook. */
export const webhookErrorSchema = z.object({
  code: z.coerce.number().int().catch(0),
  title: maybeTextSchema,
  message: maybeTextSchema,
  href: maybeTextSchema,
  error_data: z.object({ details: maybeTextSchema }).optional().catch(undefined),
});
export type WebhookError = z.infer<typeof webhookErrorSchema>;

/** A time that may be missing, or not be one. */
export const maybeSecondsSchema = epochSecondsSchema.optional().catch(undefined);

/** A session description as it crosses Meta's wire. `sdp` keeps its CRLF line ends. */
export const sessionSchema = z.object({ sdp_type: z.enum(['offer', 'answer']), sdp: z.string().min(1) });
export type MetaSession = z.infer<typeof sessionSchema>;

/** Tracking text of the business, and the payload of buttons and links: 512 characters at most. */
export const trackingTextSchema = z.string().max(512);
