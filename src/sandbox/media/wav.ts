/** Reads the kind of WAV file that a customer can speak: PCM, 16 bit, mono, any sample rate. */

export type Wav = { readonly samples: Int16Array; readonly sampleRate: number };
export type WavReading =
  | { readonly status: 'read'; readonly wav: Wav }
  | { readonly status: 'refused'; readonly reason: string };

const refused = (reason: string): WavReading => ({ status: 'refused', reason });

export function readWav(bytes: Uint8Array): WavReading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 44 || name(0) !== 'RIFF' || name(8) !== 'WAVE') return refused('not a WAV file');

  let sampleRate: number | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    const start = at + 8;
    if (name(at) === 'fmt ' && start + 16 <= bytes.length) {
      if (view.getUint16(start, true) !== 1) return refused('the WAV file is not PCM');
      if (view.getUint16(start + 2, true) !== 1) return refused('the WAV file is not mono');
      if (view.getUint16(start + 14, true) !== 16) return refused('the WAV file is not 16 bit');
      sampleRate = view.getUint32(start + 4, true);
    }
    if (name(at) === 'data' && sampleRate !== undefined) {
      const count = Math.floor(Math.min(size, bytes.length - start) / 2);
      if (count === 0) return refused('the WAV file is empty');
      const samples = new Int16Array(count);
      for (let index = 0; index < count; index += 1) samples[index] = view.getInt16(start + index * 2, true);
      return { status: 'read', wav: { samples, sampleRate } };
    }
    at = start + size + (size % 2);
  }
  return refused('the WAV file has no sound');
}
