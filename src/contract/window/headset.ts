import { z } from 'zod';
import { buttonWords } from '../../domain/headset/words.ts';
import { problemSchema } from '../desk/words.ts';

/** The buttons and lights of a headset, between the desk, the voice page that holds it, and the window that shows it. */

/** What the headset takes part in; null is nothing, and then it is closed, so that other programs have it between calls. */
export const headsetCallSchema = z
  .object({ callId: z.string(), stage: z.enum(['ringing', 'onCall']), muted: z.boolean() })
  .nullable();
export type HeadsetCallOfDesk = z.infer<typeof headsetCallSchema>;

/** `unable`: this browser gives no headsets to pages. */
export const headsetFoundSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('unable') }),
  z.object({ status: z.literal('none') }),
  z.object({ status: z.literal('found'), name: z.string(), can: z.array(z.enum(buttonWords)) }),
]);
export type HeadsetFound = z.infer<typeof headsetFoundSchema>;

/** The agent tries the buttons between calls: what is to be pressed now, null when nothing is left, and what has come. */
export const headsetTrialSchema = z.object({
  asks: z.enum(buttonWords).nullable(),
  arrived: z.array(z.enum(buttonWords)),
});
export type HeadsetTrial = z.infer<typeof headsetTrialSchema>;

export const headsetViewSchema = z.object({
  found: headsetFoundSchema,
  /** Why it does not work, the last time that it was wanted. */
  problem: problemSchema.nullable(),
  /** Null while nobody tries it. */
  trial: headsetTrialSchema.nullable(),
});
export type HeadsetView = z.infer<typeof headsetViewSchema>;
