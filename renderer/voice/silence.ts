/**
 * A track that sends silence. Meta says nothing until it hears from the business and drops a call that stays without packets
 * for 20 s, so silence goes out whenever there is no microphone to send.
 */
export function createSilence(context: AudioContext): MediaStreamTrack | null {
  const source = new ConstantSourceNode(context, { offset: 0 });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  source.connect(destination);
  source.start();
  return destination.stream.getAudioTracks()[0] ?? null;
}
