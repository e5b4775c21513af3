/** The strongest frequency of a piece of sound, with Goertzel's filter: first every 10 Hz, then every 1 Hz around the best. */

const LOWEST = 60;
const HIGHEST = 4_000;

function power(samples: Float32Array, rate: number, hz: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / rate);
  let before = 0;
  let last = 0;
  for (const sample of samples) {
    const next = sample + coefficient * last - before;
    before = last;
    last = next;
  }
  return last * last + before * before - coefficient * last * before;
}

function strongest(samples: Float32Array, rate: number, from: number, to: number, step: number): number {
  let best = from;
  let most = -1;
  for (let hz = from; hz <= to; hz += step) {
    const found = power(samples, rate, hz);
    if (found > most) {
      most = found;
      best = hz;
    }
  }
  return best;
}

/** A tenth of a second is enough to tell 10 Hz apart; more sharpens the second look. */
export function dominantHz(samples: Float32Array, rate: number): number | null {
  if (samples.length < rate / 10) return null;
  const rough = strongest(samples.subarray(-rate / 10), rate, LOWEST, HIGHEST, 10);
  return strongest(samples, rate, Math.max(LOWEST, rough - 10), rough + 10, 1);
}
