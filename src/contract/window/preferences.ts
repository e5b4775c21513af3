import { z } from 'zod';
import { callKeyActions, callKeysSchema, keysSchema } from './shortcuts.ts';

/**
 * How this installation (or browser profile) is arranged for its person, apart from what the desk needs for calls.
 * Electron's main process keeps it, or the page itself in a browser; every window is told when it changes.
 */
export const themes = ['system', 'light', 'dark'] as const;
export const themeSchema = z.enum(themes);
export type Theme = z.infer<typeof themeSchema>;

export const preferencesSchema = z.object({
  theme: themeSchema,
  /** Whether Ringdesk starts when the person signs in to the computer; null where nobody can arrange that. */
  startsWithSystem: z.boolean().nullable(),
  /** The person was asked once whether to test this desk, and has said. */
  setUpOffered: z.boolean(),
  /** Keys in Ringdesk's own window. */
  callKeys: callKeysSchema,
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** One thing that the person changed. */
export const preferenceChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('theme'), theme: themeSchema }),
  z.object({ kind: z.literal('startsWithSystem'), on: z.boolean() }),
  z.object({ kind: z.literal('setUpOffered') }),
  z.object({ kind: z.literal('callKey'), action: z.enum(callKeyActions), keys: keysSchema }),
]);
export type PreferenceChange = z.infer<typeof preferenceChangeSchema>;
