import { z } from 'zod';
import { problemSchema } from '../desk/words.ts';

/** What keys can do while another program is in front. */
export const shortcutActions = ['mute', 'answer', 'end', 'show'] as const;
export type ShortcutAction = (typeof shortcutActions)[number];

/** What keys can do in Ringdesk's own window. */
export const callKeyActions = ['mute', 'end'] as const;
export type CallKeyAction = (typeof callKeyActions)[number];

/** Keys as Electron writes accelerators (`CommandOrControl+Shift+M`); null is none. */
export const keysSchema = z.string().min(1).max(60).nullable();

export const usualShortcuts: Readonly<Record<ShortcutAction, string | null>> = {
  mute: 'CommandOrControl+Shift+M',
  answer: null,
  end: null,
  show: null,
};

/** They are keys that write nothing: a letter would end a call for somebody who only believes to be typing in a field (WCAG 2.1.4). */
export const usualCallKeys: Readonly<Record<CallKeyAction, string | null>> = { mute: 'F8', end: 'F9' };

export const callKeysSchema = z.object({
  mute: keysSchema.default(usualCallKeys.mute),
  end: keysSchema.default(usualCallKeys.end),
});
export type CallKeys = z.infer<typeof callKeysSchema>;

/** One shortcut, and whether it works: `resting` until there is something to use it on. */
export const shortcutViewSchema = z.object({
  action: z.enum(shortcutActions),
  keys: keysSchema,
  status: z.enum(['resting', 'on', 'refused']),
  /** Why it was refused, the last time that it was wanted. */
  problem: problemSchema.nullable(),
});
export type ShortcutView = z.infer<typeof shortcutViewSchema>;

export const shortcutChangeSchema = z.object({ action: z.enum(shortcutActions), keys: keysSchema });
export type ShortcutChange = z.infer<typeof shortcutChangeSchema>;
