import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The pitch of the voice that agents have in tests and in the check, Hz. */
export const agentHz = 660;

const rate = 48_000;
const seconds = 4;

/** The partials of the voice: multiples of a quarter of the pitch, the pitch itself the loudest. */
const partials: readonly (readonly [multiple: number, level: number])[] = [
  [1, 0.35],
  [2, 0.3],
  [3, 0.4],
  [4, 1],
  [5, 0.4],
  [6, 0.3],
  [8, 0.25],
  [10, 0.2],
  [13, 0.15],
  [16, 0.1],
];

export const agentVoiceFile = (folder?: string): string => voiceFile(agentHz, folder);

/**
 * A WAV (PCM, 16 bit, mono) for Chromium's fake microphone: partials that sway together and swell like syllables, because echo
 * cancellation and noise suppression take a bare tone for something to be removed. It never falls silent; Chromium plays it over and over.
 */
export function voiceFile(hz: number, folder?: string): string {
  const samples = new Int16Array(rate * seconds);
  let phase = 0;
  for (let index = 0; index < samples.length; index++) {
    const at = index / rate;
    phase += (2 * Math.PI * (hz / 4 + 2.5 * Math.sin(2 * Math.PI * 2.5 * at))) / rate;
    const swell = 0.6 + 0.4 * Math.sin(2 * Math.PI * 3.5 * at);
    const sound = partials.reduce((sum, [multiple, level]) => sum + level * Math.sin(multiple * phase + multiple), 0);
    samples[index] = 6_000 * swell * sound;
  }
  return writeWav(samples, folder);
}

/** A WAV of nothing but zeros, as a microphone gives that is switched off at the headset. */
export const silenceFile = (): string => writeWav(new Int16Array(rate));

function writeWav(samples: Int16Array<ArrayBuffer>, folder = mkdtempSync(join(tmpdir(), 'ringdesk-voice-'))): string {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  const file = join(folder, 'voice.wav');
  writeFileSync(file, Buffer.concat([header, Buffer.from(samples.buffer)]));
  return file;
}
