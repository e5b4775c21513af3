/** Measures what a customer hears, from the frames alone: time is counted in audio, so a busy machine changes nothing. */
import type { AudioFrame } from './audio-peer.ts';
import { dominantHz } from './pitch.ts';

const RATE = 16_000;
const QUIET_DB = -50;
/** Level and pitch are those of the last half second. */
const WINDOW = RATE / 2;

export type Heard = {
  /** RMS of the last half second in dBFS; -120 is silence. */
  readonly rmsDb: number;
  /** Strongest frequency of the last half second; null in silence. */
  readonly dominantHz: number | null;
  /** Longest silence in milliseconds that was followed by sound again. */
  readonly longestGapMs: number;
  /** Silence in milliseconds since the last sound. */
  readonly silentForMs: number;
  /** Seconds of sound, silence left out. */
  readonly seconds: number;
  /** ISO time of the first sound; null until then. */
  readonly firstHeardAt: string | null;
};

export const decibels = (meanSquare: number): number =>
  meanSquare <= 0 ? -120 : Math.max(-120, 10 * Math.log10(meanSquare));

export class Ear {
  readonly #window = new Float32Array(WINDOW);
  #written = 0;
  #soundMs = 0;
  #silentMs = 0;
  #longestGapMs = 0;
  #firstHeardAt: number | undefined;

  /** `nowMs`: epoch milliseconds, for the time of the first sound. */
  listen({ samples, sampleRate }: AudioFrame, nowMs: number): void {
    const step = sampleRate / RATE;
    let energy = 0;
    let count = 0;
    for (let at = 0; at < samples.length; at += step) {
      const value = (samples[Math.floor(at)] ?? 0) / 32_768;
      energy += value * value;
      count += 1;
      this.#window[this.#written % WINDOW] = value;
      this.#written += 1;
    }
    const lengthMs = (samples.length / sampleRate) * 1000;
    if (decibels(energy / Math.max(1, count)) > QUIET_DB) this.#sound(lengthMs, nowMs);
    else this.#silentMs += lengthMs;
  }

  get heard(): Heard {
    const window = this.#latest();
    let energy = 0;
    for (const value of window) energy += value * value;
    const rmsDb = decibels(energy / Math.max(1, window.length));
    return {
      rmsDb: Math.round(rmsDb * 10) / 10,
      // Costs more than all else here, and is seldom asked: whoever waits for a sound looks ten times a second.
      get dominantHz() {
        return rmsDb > QUIET_DB ? dominantHz(window, RATE) : null;
      },
      longestGapMs: Math.round(this.#longestGapMs),
      silentForMs: Math.round(this.#silentMs),
      seconds: Math.round(this.#soundMs) / 1000,
      firstHeardAt: this.#firstHeardAt === undefined ? null : new Date(this.#firstHeardAt).toISOString(),
    };
  }

  #sound(lengthMs: number, nowMs: number): void {
    if (this.#firstHeardAt === undefined) this.#firstHeardAt = nowMs;
    else this.#longestGapMs = Math.max(this.#longestGapMs, this.#silentMs);
    this.#silentMs = 0;
    this.#soundMs += lengthMs;
  }

  /** The window in the order of time. */
  #latest(): Float32Array {
    if (this.#written < WINDOW) return this.#window.slice(0, this.#written);
    const start = this.#written % WINDOW;
    const ordered = new Float32Array(WINDOW);
    ordered.set(this.#window.subarray(start));
    ordered.set(this.#window.subarray(0, start), WINDOW - start);
    return ordered;
  }
}
