/** Sounds that a customer makes: a tone, or a WAV file over and over. Always 48 kHz mono, 10 ms at a time. */
import type { AudioFrame } from './audio-peer.ts';
import type { Wav } from './wav.ts';

export const SPEECH_RATE = 48_000;
export const FRAME_SAMPLES = SPEECH_RATE / 100;
const TONE_LEVEL = 0.3 * 32_767;

/** Gives the next 10 ms. */
export type Sound = () => AudioFrame;

const frame = (samples: Int16Array): AudioFrame => ({ samples, sampleRate: SPEECH_RATE });

/** A sine at about -13 dBFS (RMS). */
export function tone(hz: number): Sound {
  let phase = 0;
  const step = (2 * Math.PI * hz) / SPEECH_RATE;
  return () => {
    const samples = new Int16Array(FRAME_SAMPLES);
    for (let index = 0; index < samples.length; index += 1) {
      samples[index] = Math.round(TONE_LEVEL * Math.sin(phase));
      phase = (phase + step) % (2 * Math.PI);
    }
    return frame(samples);
  };
}

export const silence: Sound = () => frame(new Int16Array(FRAME_SAMPLES));

/** Repeats a recording, resampled linearly to 48 kHz. */
export function recording({ samples, sampleRate }: Wav): Sound {
  let position = 0;
  const step = sampleRate / SPEECH_RATE;
  return () => {
    const out = new Int16Array(FRAME_SAMPLES);
    for (let index = 0; index < out.length; index += 1) {
      const before = Math.floor(position);
      const a = samples[before % samples.length] ?? 0;
      const b = samples[(before + 1) % samples.length] ?? 0;
      out[index] = Math.round(a + (b - a) * (position - before));
      position = (position + step) % samples.length;
    }
    return frame(out);
  };
}
