import type { IceSetup } from '../../src/contract/desk/ice.ts';
import { tidySdp } from './own-sdp.ts';

type PeerPorts = {
  onState(state: RTCPeerConnectionState): void;
  /** There is a stream of the other side and a way to it, over which DTLS is still to come. Said once. */
  onRemoteStream(stream: MediaStream): void;
};

/**
 * The peer connection of one call. What it says is made while the call rings, here or at the customer, and applied only when the other
 * side is known to listen, so that ICE does not run out meanwhile. There is one transceiver, the offer's: a second one would turn an
 * answer into `recvonly`, and Meta drops such a call (138021).
 *
 * @param offer Meta's; null when the company calls and the offer is ours
 */
export function createPeer(offer: string | null, { servers, relayOnly }: IceSetup, ports: PeerPorts) {
  // Meta is ICE-lite with public addresses: a server is needed only where the network lets nothing else out.
  const connection = new RTCPeerConnection({
    bundlePolicy: 'max-bundle',
    iceServers: servers,
    iceTransportPolicy: relayOnly ? 'relay' : 'all',
    iceCandidatePoolSize: 1,
  });
  let sender: RTCRtpSender | null = null;
  let ours: RTCSessionDescriptionInit | null = null;
  /** Of the other side, until there is a way to it: when the offer is ours, the two come in either order. */
  let arrived: MediaStream | null = null;

  connection.addEventListener('connectionstatechange', () => ports.onState(connection.connectionState));
  connection.addEventListener('iceconnectionstatechange', handOver);
  connection.addEventListener('track', ({ track }) => {
    arrived = new MediaStream([track]);
    handOver();
  });

  function handOver(): void {
    if (arrived === null || !['connected', 'completed'].includes(connection.iceConnectionState)) return;
    ports.onRemoteStream(arrived);
    arrived = null;
  }

  async function transceiverFor(): Promise<RTCRtpTransceiver> {
    if (offer === null) return connection.addTransceiver('audio', { direction: 'sendrecv' });
    await connection.setRemoteDescription({ type: 'offer', sdp: offer });
    const transceiver = connection.getTransceivers().find(({ receiver }) => receiver.track.kind === 'audio');
    if (transceiver === undefined) throw new Error('the offer has no audio');
    transceiver.direction = 'sendrecv';
    return transceiver;
  }

  async function prepare(): Promise<string> {
    const transceiver = await transceiverFor();
    transceiver.setCodecPreferences(speechCodecs());
    ours = offer === null ? await connection.createOffer() : await connection.createAnswer();
    if (ours.sdp === undefined) throw new Error('the description is empty');
    sender = transceiver.sender;
    return tidySdp(offer === null ? 'offer' : 'answer', ours.sdp);
  }

  return {
    prepared: prepare(),
    /**
     * Applies what was made: ICE and DTLS begin.
     *
     * @param answer Meta's, to our offer
     */
    async connect(answer: string | null): Promise<void> {
      if (ours !== null) await connection.setLocalDescription(ours);
      if (answer !== null) await connection.setRemoteDescription({ type: 'answer', sdp: answer });
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
