import type { ChosenDevice, Device } from '../../src/contract/window/voice.ts';
import { findDevice } from './devices.ts';
import { type Played, play } from './play.ts';

/** Two soft notes, twice, then a rest: one bar, played over and over. */
const notes = [
  { at: 0, hertz: 659.25 },
  { at: 0.16, hertz: 880 },
  { at: 0.55, hertz: 659.25 },
  { at: 0.71, hertz: 880 },
];
const barSeconds = 2.6;
const noteSeconds = 0.5;
const loudness = 0.16;

/** One bar of the ringtone, -1..1. It begins and ends in silence, so that it loops without a click. */
export function ringtoneBar(sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(barSeconds * sampleRate));
  for (const { at, hertz } of notes) {
    const from = Math.round(at * sampleRate);
    for (let i = 0; i < noteSeconds * sampleRate; i += 1) {
      const seconds = i / sampleRate;
      const swell = Math.min(1, seconds / 0.012) * Math.exp(-7 * seconds) * Math.min(1, (noteSeconds - seconds) / 0.05);
      const tone = Math.sin(2 * Math.PI * hertz * seconds) + 0.25 * Math.sin(4 * Math.PI * hertz * seconds);
      samples[from + i] = (samples[from + i] ?? 0) + loudness * swell * tone;
    }
  }
  return samples;
}

/** How much the bar is amplified at a volume of 0..1: by the square, because that is how an ear hears even steps. Never clips. */
export function gainAt(volume: number): number {
  return 2 * volume ** 2;
}

/** Rings until it is told to stop, or once for whoever wants to hear it, on a device of its own. */
export function createRingtone(usualVolume: number) {
  let volume = usualVolume;
  /** An empty id is the system's default. */
  let device = '';
  let ringing: Played | null = null;
  let sample: Played | null = null;

  const sound = (loop: boolean, onEnd = () => {}) =>
    play(ringtoneBar, { deviceId: device, gain: gainAt(volume), loop, onEnd });

  function stopSample(): void {
    sample?.stop();
    sample = null;
  }

  return {
    set(on: boolean): void {
      stopSample();
      if (on) ringing ??= sound(true);
      else ringing?.stop();
      if (!on) ringing = null;
    },
    playOnce(): void {
      stopSample();
      if (ringing === null) sample = sound(false, stopSample);
    },
    stopSample,
    setVolume(next: number): void {
      volume = next;
      ringing?.setGain(gainAt(next));
      sample?.setGain(gainAt(next));
    },
    /** Moves to the chosen device, or to the default while it is not plugged in. */
    choose(chosen: ChosenDevice, speakers: Device[]): void {
      device = findDevice(chosen, speakers)?.deviceId ?? '';
      ringing?.route(device);
      sample?.route(device);
    },
    deviceId: () => (device === '' ? 'default' : device),
    volume: () => volume,
    isOn: () => ringing !== null,
    isSampled: () => sample !== null,
  };
}
