import { z } from 'zod';
import { microphoneProofs, unreadinesses } from '../../domain/readiness/readiness.ts';
import { instantSchema } from './words.ts';

/** What a desk proves every 20 s and whenever something changed; the relay rings only seats with a fresh one. */
export const proofSchema = z.object({
  awake: z.boolean(),
  voice: z.boolean(),
  microphone: z.enum(microphoneProofs),
  output: z.boolean(),
});

/** The one honest answer to "would a call ring here?". */
export const readinessSchema = z.discriminatedUnion('status', [
  /** Not proved yet, or not lately. */
  z.object({ status: z.literal('checking') }),
  /** `heardAt`: when the microphone was last listened to; `roundTripMs`: to the relay and back. */
  z.object({ status: z.literal('ready'), heardAt: instantSchema.nullable(), roundTripMs: z.number().nonnegative() }),
  z.object({ status: z.literal('notReady'), why: z.enum(unreadinesses), since: instantSchema }),
]);
export type Readiness = z.infer<typeof readinessSchema>;
