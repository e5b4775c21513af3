import { describe, expect, it } from 'vitest';
import { Ear } from './ear.ts';
import { recording, type Sound, silence, tone } from './sound.ts';
import { readWav } from './wav.ts';

const listen = (ear: Ear, sound: Sound, frames: number): void => {
  for (let index = 0; index < frames; index += 1) ear.listen(sound(), 0);
};

describe('an ear', () => {
  it.each([90, 440, 1_234, 3_500])('knows a tone of %d Hz', (hz) => {
    const ear = new Ear();
    listen(ear, tone(hz), 60);
    expect(Math.abs((ear.heard.dominantHz ?? 0) - hz)).toBeLessThanOrEqual(3);
    expect(ear.heard.rmsDb).toBeGreaterThan(-15);
    expect(ear.heard.seconds).toBeCloseTo(0.6);
  });

  it('counts only silence between sounds as a gap', () => {
    const ear = new Ear();
    listen(ear, silence, 50);
    listen(ear, tone(440), 10);
    listen(ear, silence, 25);
    listen(ear, tone(440), 10);
    listen(ear, silence, 70);
    expect(ear.heard).toMatchObject({ longestGapMs: 250, silentForMs: 700, seconds: 0.2, dominantHz: null });
  });
});

const wavOf = (rate: number, samples: readonly number[], channels = 1): Buffer => {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.write('WAVE', 8);
  head.write('fmt ', 12);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length * 2, 40);
  const body = Buffer.alloc(samples.length * 2);
  for (const [index, value] of samples.entries()) body.writeInt16LE(value, index * 2);
  return Buffer.concat([head, body]);
};

it('speaks a WAV file of any rate at its pitch', () => {
  const rate = 11_025;
  const samples = Array.from({ length: rate }, (_, index) =>
    Math.round(9_000 * Math.sin((2 * Math.PI * 500 * index) / rate)),
  );
  const reading = readWav(wavOf(rate, samples));
  expect(reading.status).toBe('read');
  if (reading.status !== 'read') return;
  const ear = new Ear();
  listen(ear, recording(reading.wav), 60);
  expect(Math.abs((ear.heard.dominantHz ?? 0) - 500)).toBeLessThanOrEqual(3);
});

it('says why a file cannot be spoken', () => {
  expect(readWav(wavOf(8_000, [1, 2], 2))).toEqual({ status: 'refused', reason: 'the WAV file is not mono' });
  expect(readWav(Buffer.from('hello'))).toEqual({ status: 'refused', reason: 'not a WAV file' });
});
