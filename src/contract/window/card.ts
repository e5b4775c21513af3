import { z } from 'zod';
import { callViewSchema, overViewSchema, ringViewSchema } from './view.ts';

/** What the call card shows. Main decides, also whether the card is there at all (`none`); the page only draws it. */
export const cardViewSchema = z.discriminatedUnion('face', [
  z.object({ face: z.literal('none') }),
  z.object({ face: z.literal('ringing'), ring: ringViewSchema }),
  /** The strip: a call whose window is not in front. */
  z.object({ face: z.literal('call'), call: callViewSchema }),
  /** What became of the ring or the call that stood here, for a moment. */
  z.object({ face: z.literal('over'), over: overViewSchema }),
]);
export type CardView = z.infer<typeof cardViewSchema>;

/** All that the card may ask for: the desk's own commands about one call, and its large window. */
export const cardCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), callId: z.string() }),
  z.object({ kind: z.literal('decline'), callId: z.string() }),
  z.object({ kind: z.literal('end'), callId: z.string() }),
  z.object({ kind: z.literal('setMuted'), muted: z.boolean() }),
  z.object({ kind: z.literal('openSoftphone') }),
]);
export type CardCommand = z.infer<typeof cardCommandSchema>;
