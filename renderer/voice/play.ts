/** Not in TypeScript's library yet: https://webaudio.github.io/web-audio-api/#dom-audiocontext-setsinkid */
type RoutedContext = AudioContext & { setSinkId?: (deviceId: string) => Promise<void> };

export type Played = {
  /** Goes on, on another device; an empty id is the system's default. */
  route(deviceId: string): void;
  setGain(gain: number): void;
  /** Safe to repeat. */
  stop(): void;
};

export type PlayOptions = { deviceId: string; gain: number; loop: boolean; onEnd?: () => void };

/**
 * Plays samples on a device of its own choice. The sound runs in the audio thread, so a throttled page plays evenly too.
 * A device that is not there (any more) is replaced by the system's default.
 *
 * @param samplesAt makes the samples (-1..1) for a sample rate
 */
export function play(
  samplesAt: (sampleRate: number) => Float32Array<ArrayBuffer>,
  { deviceId, gain, loop, onEnd }: PlayOptions,
): Played {
  const context: RoutedContext = new AudioContext();
  const samples = samplesAt(context.sampleRate);
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: context.sampleRate });
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer, loop });
  const volume = new GainNode(context, { gain });
  let routed = '';
  let stopped = false;

  async function route(next: string): Promise<void> {
    if (next === routed || context.setSinkId === undefined) return;
    routed = next;
    try {
      await context.setSinkId(next);
    } catch {
      if (next !== '' && !stopped) await route('');
    }
  }

  function stop(): void {
    if (stopped) return;
    stopped = true;
    context.close().catch(() => undefined);
  }

  source.connect(volume).connect(context.destination);
  source.onended = () => {
    stop();
    onEnd?.();
  };
  // Its first note must not come from the wrong device.
  void route(deviceId).then(() => {
    if (!stopped) source.start();
  });
  return {
    route: (next) => void route(next),
    setGain: (next) => {
      volume.gain.value = next;
    },
    stop,
  };
}
