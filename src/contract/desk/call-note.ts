import { z } from 'zod';
import { type CallNote, longestNote } from '../../domain/calls/call-note.ts';

/** Never to be logged. */
export const callNoteSchema = z.object({
  text: z.string().max(longestNote),
  version: z.number().int().nonnegative(),
}) satisfies z.ZodType<CallNote>;

/** What the agent of a call wrote, told while it is written and after the call; the relay keeps the later of two. */
export const writeNoteSchema = z.object({ callId: z.string(), note: callNoteSchema });
