/** The part of MediaStreamTrackProcessor that is needed; only Chromium has it in a page. https://www.w3.org/TR/mediacapture-transform/ */
type Processor = new (init: { track: MediaStreamTrack }) => { readable: ReadableStream<AudioData> };

/** A headset by radio may take a second until its first sound. */
const firstSoundWithinMs = 1_500;

/**
 * Whether a microphone gives anything but digital silence (every sample zero: a switch on the headset, a driver that died) for a
 * while. A quiet room is not silent. Read from the track itself, since a page that nobody touched may not start an audio context.
 *
 * @param ms how long to listen from the first frame on
 * @param stop ends it early, with false
 */
export async function hearsAnything(track: MediaStreamTrack, ms: number, stop: AbortSignal): Promise<boolean> {
  const Reading: Processor | undefined = Reflect.get(globalThis, 'MediaStreamTrackProcessor');
  // Where the track cannot be read, an open microphone is believed.
  if (Reading === undefined) return true;
  const copy = track.clone();
  const end = () => copy.stop();
  let timer = setTimeout(end, firstSoundWithinMs);
  stop.addEventListener('abort', end);
  const reader = new Reading({ track: copy }).readable.getReader();
  try {
    for (let first = true; ; first = false) {
      const { value: frame, done } = await reader.read();
      if (done) return false;
      if (first) {
        clearTimeout(timer);
        timer = setTimeout(end, ms);
      }
      const samples = new Float32Array(frame.numberOfFrames);
      frame.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
      frame.close();
      if (samples.some((sample) => sample !== 0)) return true;
    }
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
    end();
  }
}
