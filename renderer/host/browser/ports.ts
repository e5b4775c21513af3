import { z } from 'zod';
import { availabilityChoiceSchema } from '../../../src/contract/desk/availability.ts';
import { chosenDeviceSchema, type VoicePort, volumeSchema } from '../../../src/contract/window/voice.ts';
import {
  type DeskPorts,
  type DeskSettings,
  type Log,
  plainNetwork,
  usualRingtoneVolume,
} from '../../../src/desk/ports.ts';
import { kept } from './storage.ts';
import { createUnsentNotes } from './unsent-notes.ts';

/** What colleagues see a desk in a browser by. */
export const deskName = 'Browser';

const signInSchema = z.object({ relayUrl: z.string(), token: z.string() });
const settingsSchema = z.object({
  microphone: chosenDeviceSchema.default(null),
  speaker: chosenDeviceSchema.default(null),
  ringtoneDevice: chosenDeviceSchema.default(null),
  ringtoneVolume: volumeSchema.default(usualRingtoneVolume),
  untoldAvailability: availabilityChoiceSchema.nullable().default(null),
});

/** What the desk needs, from a browser: this profile's local storage, and the relay that served the page. */
export function createBrowserPorts(voice: VoicePort, storage: Storage, relayUrl: string): DeskPorts {
  const signIn = kept('signIn', signInSchema, storage);
  const settings = kept('settings', settingsSchema, storage);
  const deskId = kept('deskId', z.string().min(8).max(64), storage);
  const newestEndedAt = kept('newestEndedAt', z.number().int().nonnegative(), storage);

  const getSettings = (): DeskSettings => ({
    relayUrl,
    ...(settings.get() ?? settingsSchema.parse({})),
  });
  const ownDeskId = deskId.get() ?? crypto.randomUUID();
  deskId.set(ownDeskId);

  return {
    voice,
    restartVoice: (asked) => {
      if (asked) location.reload();
    },
    tokens: {
      load: async () => {
        const saved = signIn.get();
        // A sign-in belongs to the relay that gave it.
        return saved?.relayUrl === relayUrl ? saved : null;
      },
      save: async (saved) => signIn.set(saved),
      clear: async () => signIn.clear(),
    },
    settings: {
      get: getSettings,
      update: (change) => {
        const { relayUrl: _fixed, ...rest } = { ...getSettings(), ...change };
        settings.set(rest);
      },
    },
    // The relay keeps the history; the page only remembers up to where it has heard, so as not to be told all of it again.
    history: {
      record: (call) => newestEndedAt.set(Math.max(call.endedAt, newestEndedAt.get() ?? 0)),
      newestEndedAt: () => newestEndedAt.get() ?? Date.now(),
    },
    notes: createUnsentNotes(storage),
    network: plainNetwork,
    identity: { deskId: ownDeskId, deskName },
    log: consoleLog,
    now: () => Date.now(),
  };
}

/** A browser's console is the only log a page has. */
const consoleLog: Log = {
  info: (line, facts) => write('debug', line, facts),
  warn: (line, facts) => write('warn', line, facts),
  error: (line, facts) => write('error', line, facts),
};

function write(level: 'debug' | 'warn' | 'error', line: string, facts: Record<string, unknown> = {}): void {
  // biome-ignore lint/suspicious/noConsole: see above
  console[level](line, facts);
}
