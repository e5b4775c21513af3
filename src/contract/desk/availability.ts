import { z } from 'zod';
import { type Availability, type AvailabilityChoice, plainAvailabilities } from '../../domain/people/availability.ts';
import { instantSchema } from './words.ts';

const plain = z.object({ kind: z.enum(plainAvailabilities) });
const doNotDisturb = z.object({ kind: z.literal('doNotDisturb'), until: instantSchema });

/** What an agent can be away for, as the admin wrote it. */
export const awayReasonSchema = z.string().trim().min(1).max(40);

const chosenSchema = z.discriminatedUnion('kind', [
  plain,
  doNotDisturb,
  z.object({ kind: z.literal('away'), reason: z.string().nullable(), missed: z.boolean() }),
]);

/** `until` by the relay's clock in what it sends, by this computer's in a view. */
export const availabilitySchema: z.ZodType<Availability> = z.discriminatedUnion('kind', [
  ...chosenSchema.options,
  z.object({ kind: z.literal('afterCall'), until: instantSchema, next: chosenSchema }),
]);

/** `until` by the clock of the computer on which it was chosen. */
export const availabilityChoiceSchema: z.ZodType<AvailabilityChoice> = z.discriminatedUnion('kind', [
  plain,
  doNotDisturb,
  z.object({ kind: z.literal('away'), reason: awayReasonSchema.nullable() }),
]);

/** An agent's word, and the desk's clock at sending, so that a desk with a wrong clock is undisturbed for as long as it asked. */
export const availabilityCommandSchema = z.object({ choice: availabilityChoiceSchema, now: instantSchema });

/** What the relay says of the agent's availability whenever it changes, whoever changed it. */
export const availabilityFactSchema = z.object({
  now: instantSchema,
  availability: availabilitySchema,
  /** What Away can be chosen for. */
  awayReasons: z.array(z.string()),
});
export type AvailabilityFact = z.infer<typeof availabilityFactSchema>;
