/**
 * What a microphone hears in so many milliseconds, as samples at the context's rate. It stays in memory and is forgotten with them.
 *
 * @returns null when nothing could be recorded
 */
export async function recordSamples(
  track: MediaStreamTrack,
  context: AudioContext,
  milliseconds: number,
): Promise<Float32Array<ArrayBuffer> | null> {
  const recorder = new MediaRecorder(new MediaStream([track]));
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const done = new Promise<void>((resolve) => {
    // A track that ends takes its recorder with it.
    recorder.onstop = () => resolve();
  });
  recorder.start();
  setTimeout(() => {
    if (recorder.state !== 'inactive') recorder.stop();
  }, milliseconds);
  await done;
  try {
    const sound = await context.decodeAudioData(await new Blob(parts).arrayBuffer());
    return Float32Array.from(sound.getChannelData(0));
  } catch {
    return null;
  }
}
