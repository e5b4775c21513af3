import type { Page } from '@playwright/test';

export type Heard = { seconds: number; rmsDb: number; dominantHz: number; longestGapMs: number };

/** What the page has, as far as it is needed here: scripts are checked without the types of a browser. */
type Frame = {
  sampleRate: number;
  numberOfFrames: number;
  copyTo(plane: Float32Array, options: { planeIndex: number; format: 'f32-planar' }): void;
  close(): void;
};
type Track = { clone(): Track; stop(): void };
type Processor = new (init: { track: Track }) => { readable: { getReader(): { read(): Promise<{ value?: Frame }> } } };
type InPage = {
  ringdeskVoiceInspector?: { inspect(): { heard: { getAudioTracks(): Track[] } | null } };
  MediaStreamTrackProcessor: Processor;
};

/**
 * What arrives of the customer in the page that has the voice, measured frame by frame for a while: level, the strongest pitch
 * between 100 and 1,500 Hz, and the longest stretch below −50 dBFS.
 */
export function listen(voice: Page, seconds: number): Promise<Heard> {
  return voice.evaluate(async (length) => {
    const { ringdeskVoiceInspector, MediaStreamTrackProcessor } = globalThis as unknown as InPage;
    const track = ringdeskVoiceInspector?.inspect().heard?.getAudioTracks()[0];
    if (track === undefined) throw new Error('no sound arrives in this page');
    const copy = track.clone();
    const reader = new MediaStreamTrackProcessor({ track: copy }).readable.getReader();
    const samples: number[] = [];
    let rate = 48_000;
    while (samples.length < rate * length) {
      const { value: frame } = await reader.read();
      if (frame === undefined) break;
      rate = frame.sampleRate;
      const plane = new Float32Array(frame.numberOfFrames);
      frame.copyTo(plane, { planeIndex: 0, format: 'f32-planar' });
      frame.close();
      for (const sample of plane) samples.push(sample);
    }
    copy.stop();

    const rms = (from: number, to: number) => {
      let sum = 0;
      for (let index = from; index < to; index++) sum += (samples[index] ?? 0) ** 2;
      return Math.sqrt(sum / Math.max(1, to - from));
    };
    const decibels = (level: number) => 20 * Math.log10(Math.max(level, 1e-6));
    const frame = rate / 100;
    let gap = 0;
    let longestGap = 0;
    for (let from = 0; from + frame <= samples.length; from += frame) {
      gap = decibels(rms(from, from + frame)) < -50 ? gap + 10 : 0;
      longestGap = Math.max(longestGap, gap);
    }
    const part = samples.slice(0, rate);
    let dominantHz = 0;
    let most = 0;
    for (let hz = 100; hz <= 1500; hz += 5) {
      let real = 0;
      let imaginary = 0;
      for (let index = 0; index < part.length; index += 4) {
        const angle = (2 * Math.PI * hz * index) / rate;
        real += (part[index] ?? 0) * Math.cos(angle);
        imaginary += (part[index] ?? 0) * Math.sin(angle);
      }
      const power = real ** 2 + imaginary ** 2;
      if (power > most) [most, dominantHz] = [power, hz];
    }
    return {
      seconds: samples.length / rate,
      rmsDb: decibels(rms(0, samples.length)),
      dominantHz,
      longestGapMs: longestGap,
    };
  }, seconds);
}
