import { z } from 'zod';
import { problemSchema } from '../desk/words.ts';

/** What keys can do while another program is in front. */
export const shortcutActions = ['mute', 'answer', 'end'] as const;
export type ShortcutAction = (typeof shortcutActions)[number];

/** One shortcut that is set, and whether it works: `resting` until there is a call or a ring to use it on. */
export const shortcutViewSchema = z.object({
  action: z.enum(shortcutActions),
  /** As it stands on this system's keyboards: `Ctrl+Shift+M`. */
  keys: z.string(),
  status: z.enum(['resting', 'on', 'refused']),
  /** Why it was refused, the last time that it was wanted. */
  problem: problemSchema.nullable(),
});
export type ShortcutView = z.infer<typeof shortcutViewSchema>;
