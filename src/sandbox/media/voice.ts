/** Whoever is at the customer's end of a call: a machine that makes a sound, or a person behind a bridge. */
import type { Speech } from '../customers/customer.ts';
import type { AudioFrame } from './audio-peer.ts';
import { recording, type Sound, silence, tone } from './sound.ts';
import { readWav } from './wav.ts';

export type Voice = {
  /** Begins to speak, in frames of 10 ms; the returned function stops. */
  readonly start: (say: (frame: AudioFrame) => void) => () => void;
  /** Gets every frame that the customer's phone hears. */
  readonly hear?: (frame: AudioFrame) => void;
};

const FRAME_MS = 10;
/** After a stall of the machine no more than this is made up for. */
const MOST_FRAMES_AT_ONCE = 20;

export const soundingVoice = (sound: Sound): Voice => ({
  start: (say) => {
    let next = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      next = Math.max(next, now - MOST_FRAMES_AT_ONCE * FRAME_MS);
      for (; next <= now; next += FRAME_MS) say(sound());
    }, FRAME_MS);
    return () => clearInterval(timer);
  },
});

export type VoiceMaking =
  | { readonly status: 'made'; readonly voice: Voice }
  | { readonly status: 'refused'; readonly reason: string };

export function makeVoice(speech: Speech): VoiceMaking {
  if ('toneHz' in speech) return { status: 'made', voice: soundingVoice(tone(speech.toneHz)) };
  if ('silence' in speech) return { status: 'made', voice: soundingVoice(silence) };
  const reading = readWav(Buffer.from(speech.wavBase64, 'base64'));
  return reading.status === 'read' ? { status: 'made', voice: soundingVoice(recording(reading.wav)) } : reading;
}
