import { type Played, play } from './play.ts';

/** The ringing tone of the ITU's E.180 supplement as most of the world has it: 425 Hz, a second of sound, four of rest. */
const hertz = 425;
const soundSeconds = 1;
const barSeconds = 5;
const edgeSeconds = 0.02;
const loudness = 0.08;

/** One bar, -1..1; it begins and ends in silence, so that it loops without a click. */
export function ringbackBar(sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(barSeconds * sampleRate));
  for (let i = 0; i < soundSeconds * sampleRate; i += 1) {
    const seconds = i / sampleRate;
    const swell = Math.min(1, seconds / edgeSeconds, (soundSeconds - seconds) / edgeSeconds);
    samples[i] = loudness * swell * Math.sin(2 * Math.PI * hertz * seconds);
  }
  return samples;
}

/** What a caller hears while it rings at the customer: WhatsApp sends no sound of its own before somebody picks up. */
export function createRingback() {
  let device = '';
  let playing: Played | null = null;
  return {
    set(on: boolean): void {
      if (on) playing ??= play(ringbackBar, { deviceId: device, gain: 1, loop: true });
      else playing?.stop();
      if (!on) playing = null;
    },
    /** Moves to the speaker that is talked with. */
    route(speakerId: string): void {
      device = speakerId === 'default' ? '' : speakerId;
      playing?.route(device);
    },
    isOn: () => playing !== null,
  };
}
