import type { IceSetup } from '../../src/contract/desk/ice.ts';
import { tidyAnswer } from './answer-sdp.ts';

type PeerPorts = {
  onState(state: RTCPeerConnectionState): void;
  onRemoteStream(stream: MediaStream): void;
};

/**
 * The peer connection of one call. Its answer is made while the call rings and applied only when the agent answers, so that
 * ICE does not run out meanwhile. The one transceiver is the one that the offer made: a second one would turn the answer
 * into `recvonly`, and Meta drops such a call (138021).
 */
export function createPeer(offer: string, { servers, relayOnly }: IceSetup, ports: PeerPorts) {
  // Meta is ICE-lite with public addresses: a server is needed only where the network lets nothing else out.
  const connection = new RTCPeerConnection({
    bundlePolicy: 'max-bundle',
    iceServers: servers,
    iceTransportPolicy: relayOnly ? 'relay' : 'all',
    iceCandidatePoolSize: 1,
  });
  let sender: RTCRtpSender | null = null;
  let answer: RTCSessionDescriptionInit | null = null;

  connection.addEventListener('connectionstatechange', () => ports.onState(connection.connectionState));
  connection.addEventListener('track', ({ track }) => ports.onRemoteStream(new MediaStream([track])));

  async function prepare(): Promise<string> {
    await connection.setRemoteDescription({ type: 'offer', sdp: offer });
    const transceiver = connection.getTransceivers().find(({ receiver }) => receiver.track.kind === 'audio');
    if (transceiver === undefined) throw new Error('the offer has no audio');
    transceiver.direction = 'sendrecv';
    transceiver.setCodecPreferences(speechCodecs());
    answer = await connection.createAnswer();
    if (answer.sdp === undefined) throw new Error('the answer is empty');
    sender = transceiver.sender;
    return tidyAnswer(answer.sdp);
  }

  return {
    prepared: prepare(),
    /** Applies the answer that was made: ICE and DTLS begin. */
    async connect(): Promise<void> {
      if (answer !== null) await connection.setLocalDescription(answer);
    },
    async send(track: MediaStreamTrack): Promise<void> {
      if (connection.signalingState !== 'closed') await sender?.replaceTrack(track);
    },
    state: () => connection.connectionState,
    getStats: () => connection.getStats(),
    close: () => connection.close(),
  };
}

/** Opus and its DTMF companion; Meta takes nothing else unless it was set up to. */
function speechCodecs(): RTCRtpCodec[] {
  const codecs = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
  const wanted = (codec: RTCRtpCodec) =>
    codec.mimeType === 'audio/opus' || (codec.mimeType === 'audio/telephone-event' && codec.clockRate === 8_000);
  return codecs.filter(wanted);
}
