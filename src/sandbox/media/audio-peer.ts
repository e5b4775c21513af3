/**
 * One end of a call's audio: a libwebrtc peer with one microphone and one loudspeaker (@roamhq/wrtc).
 * All candidates are gathered before a description is handed out, since Meta knows no trickle.
 */
import wrtc from '@roamhq/wrtc';

/** 16-bit mono, usually 10 ms. */
export type AudioFrame = {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  readonly bitsPerSample?: number;
  readonly channelCount?: number;
  readonly numberOfFrames?: number;
};

type FarSide = {
  readonly track: ConstructorParameters<typeof wrtc.nonstandard.RTCAudioSink>[0];
  readonly receiver: { getSynchronizationSources(): { readonly timestamp: number }[] };
};

export type AudioPeerEvents = {
  /** Sound of the far side, every 10 ms once connected; silence when nothing arrives. */
  readonly onFrame: (frame: AudioFrame) => void;
  /** A packet of the far side arrived since the last look; looked at about every 20 ms. */
  readonly onPackets: () => void;
};

const FRAMES_PER_LOOK = 2;

export class AudioPeer {
  readonly #peer = new wrtc.RTCPeerConnection({ iceServers: [] });
  readonly #microphone = new wrtc.nonstandard.RTCAudioSource();
  readonly #track = this.#microphone.createTrack();
  readonly #events: AudioPeerEvents;
  #stopListening: () => void = () => {};
  #closed = false;

  constructor(events: AudioPeerEvents) {
    this.#events = events;
    this.#peer.ontrack = ({ track, receiver }: FarSide) => {
      this.#stopListening();
      const sink = new wrtc.nonstandard.RTCAudioSink(track);
      let frames = 0;
      let lastPacketAt = 0;
      sink.ondata = (frame: AudioFrame) => {
        if (this.#closed) return;
        frames += 1;
        if (frames % FRAMES_PER_LOOK === 0) {
          const packetAt = receiver.getSynchronizationSources()[0]?.timestamp ?? 0;
          if (packetAt > lastPacketAt) {
            lastPacketAt = packetAt;
            this.#events.onPackets();
          }
        }
        this.#events.onFrame(frame);
      };
      this.#stopListening = () => sink.stop();
    };
  }

  /** libwebrtc's own offer, with all candidates. */
  async offer(): Promise<string> {
    this.#peer.addTransceiver(this.#track, { direction: 'sendrecv', streams: [new wrtc.MediaStream()] });
    await this.#peer.setLocalDescription(await this.#peer.createOffer());
    return this.#gathered();
  }

  /** Ends the negotiation begun by `offer`; rejects on an answer that libwebrtc cannot use. */
  async takeAnswer(sdp: string): Promise<void> {
    await this.#peer.setRemoteDescription({ type: 'answer', sdp });
  }

  /** Answers an offer of the far side, with all candidates. */
  async answer(offer: string): Promise<string> {
    await this.#peer.setRemoteDescription({ type: 'offer', sdp: offer });
    const [transceiver] = this.#peer.getTransceivers();
    if (transceiver === undefined) throw new Error('the offer has no audio');
    transceiver.direction = 'sendrecv';
    await transceiver.sender.replaceTrack(this.#track);
    await this.#peer.setLocalDescription(await this.#peer.createAnswer());
    return this.#gathered();
  }

  /** Sends one frame of 10 ms. Nothing leaves the machine before the first one. */
  speak({ samples, sampleRate }: AudioFrame): void {
    if (this.#closed) return;
    this.#microphone.onData({
      samples,
      sampleRate,
      bitsPerSample: 16,
      channelCount: 1,
      numberOfFrames: samples.length,
    });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopListening();
    this.#track.stop();
    this.#peer.close();
  }

  #gathered(): Promise<string> {
    return new Promise((resolve) => {
      // Read only when it is complete: while candidates are being added from libwebrtc's threads, reading it may crash the process.
      const look = () => {
        if (this.#peer.iceGatheringState !== 'complete') return;
        const sdp = this.#peer.localDescription?.sdp;
        if (sdp !== undefined) resolve(sdp);
      };
      this.#peer.onicegatheringstatechange = look;
      look();
    });
  }
}
