import { z } from 'zod';
import { availabilityChoiceSchema } from '../../../src/contract/desk/availability.ts';
import { iceSetupSchema } from '../../../src/contract/desk/ice.ts';
import { themeSchema } from '../../../src/contract/window/preferences.ts';
import { callKeysSchema, keysSchema, usualShortcuts } from '../../../src/contract/window/shortcuts.ts';
import { chosenDeviceSchema, volumeSchema } from '../../../src/contract/window/voice.ts';
import { usualRingtoneVolume } from '../../../src/desk/ports.ts';

export const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Bounds = z.infer<typeof boundsSchema>;

/** Keys that work in every program, as Electron accelerators; null is none. */
export const shortcutsSchema = z.object({
  mute: keysSchema.default(usualShortcuts.mute),
  answer: keysSchema.default(usualShortcuts.answer),
  end: keysSchema.default(usualShortcuts.end),
  show: keysSchema.default(usualShortcuts.show),
});

/** What this installation remembers, in `settings.json`. Nothing secret: the sign-in is in `session`. */
export const storedSettingsSchema = z.object({
  /** The relay as the person typed it; null before they did. */
  relayUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  microphone: chosenDeviceSchema.default(null),
  speaker: chosenDeviceSchema.default(null),
  ringtoneDevice: chosenDeviceSchema.default(null),
  ringtoneVolume: volumeSchema.default(usualRingtoneVolume),
  untoldAvailability: availabilityChoiceSchema.nullable().default(null),
  setUpOffered: z.boolean().default(false),
  theme: themeSchema.default('system'),
  /** Where the softphone stood when it was last seen; null before the first time. */
  softphone: boundsSchema.nullable().default(null),
  /** Servers for the sound, from IT; the relay's own without. Holds secrets. */
  ice: iceSetupSchema.nullable().default(null),
  shortcuts: shortcutsSchema.prefault({}),
  /** Keys in the window. */
  callKeys: callKeysSchema.prefault({}),
  /** When the missed calls were last looked at, in milliseconds since the epoch; null before the first start. */
  missedSeenAt: z.number().int().nonnegative().nullable().default(null),
  /** This installation for life; made at the first start. */
  deskId: z.string().min(8).max(64).nullable().default(null),
});
export type StoredSettings = z.infer<typeof storedSettingsSchema>;

/** Takes what can be taken: a field that makes no sense falls back by itself and leaves the others alone. */
export function readSettings(stored: unknown): { settings: StoredSettings; sound: boolean } {
  const whole = storedSettingsSchema.safeParse(stored);
  if (whole.success) return { settings: whole.data, sound: true };
  const fields = z.record(z.string(), z.unknown()).safeParse(stored);
  const broken = new Set(whole.error.issues.map((issue) => issue.path[0]));
  const kept = Object.entries(fields.success ? fields.data : {}).filter(([name]) => !broken.has(name));
  return { settings: storedSettingsSchema.parse(Object.fromEntries(kept)), sound: false };
}
