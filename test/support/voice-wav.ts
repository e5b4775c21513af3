import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The pitch of the voice that agents have in tests, Hz. */
export const agentHz = 660;

const rate = 48_000;
const seconds = 4;

/**
 * A WAV (PCM, 16 bit, mono) for Chromium's fake microphone: a pitch that sways a little and swells like syllables, so that noise
 * suppression takes it for a voice, and never falls silent. Chromium plays it over and over.
 */
export function agentVoiceFile(): string {
  const samples = new Int16Array(rate * seconds);
  let phase = 0;
  for (let index = 0; index < samples.length; index++) {
    const at = index / rate;
    phase += (2 * Math.PI * (agentHz + 6 * Math.sin(2 * Math.PI * 5 * at))) / rate;
    const swell = 0.55 + 0.45 * Math.sin(2 * Math.PI * 3 * at);
    samples[index] = 12_000 * swell * (Math.sin(phase) + 0.15 * Math.sin(phase / 2));
  }
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
  const file = join(mkdtempSync(join(tmpdir(), 'ringdesk-voice-')), 'agent.wav');
  writeFileSync(file, Buffer.concat([header, Buffer.from(samples.buffer)]));
  return file;
}
