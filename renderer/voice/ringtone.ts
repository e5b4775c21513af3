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

/** Rings until it is told to stop. The loop runs in the audio thread, so a throttled page rings evenly too. */
export function createRingtone() {
  let context: AudioContext | null = null;

  function start(): void {
    context = new AudioContext();
    const bar = ringtoneBar(context.sampleRate);
    const buffer = new AudioBuffer({ length: bar.length, sampleRate: context.sampleRate });
    buffer.copyToChannel(bar, 0);
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    source.connect(context.destination);
    source.start();
  }

  function stop(): void {
    context?.close().catch(() => undefined);
    context = null;
  }

  return {
    set(on: boolean): void {
      if (on === (context !== null)) return;
      if (on) start();
      else stop();
    },
    isOn: () => context !== null,
  };
}
