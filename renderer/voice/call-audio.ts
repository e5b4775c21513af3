import type { IceSetup } from '../../src/contract/desk/ice.ts';
import type { Problem } from '../../src/contract/desk/words.ts';
import type { ChosenDevice, Device, VoiceEvent } from '../../src/contract/window/voice.ts';
import { problem } from '../../src/desk/sentences.ts';
import { gaugeQuality } from './gauge-quality.ts';
import { createMeter, type Meter } from './levels.ts';
import { createLine } from './line.ts';
import { createPeer } from './peer.ts';
import { routeOf } from './route.ts';
import { createSilence } from './silence.ts';
import type { Speaker } from './speaker.ts';

export type CallAudioPorts = {
  emit(event: VoiceEvent): void;
  chosenMicrophone(): ChosenDevice;
  microphones(): Device[];
  speaker: Speaker;
  ice(): IceSetup;
  /** A microphone was opened: its label and id are known now. */
  onMicrophone(): void;
};

/**
 * Everything that belongs to one call; `close` leaves nothing of it behind.
 *
 * @param offer Meta's; null when the company calls
 */
export function createCallAudio(callId: string, offer: string | null, ports: CallAudioPorts) {
  const { emit, speaker } = ports;
  let context: AudioContext | null = null;
  let meter: Meter | null = null;
  let silence: MediaStreamTrack | null = null;
  let remote: MediaStream | null = null;
  let microphone: MediaStreamTrack | null = null;
  let answered = false;
  let connected = false;
  let troubled = false;
  let audible = false;
  let closed = false;
  let stopGauging = () => {};

  const peer = createPeer(offer, ports.ice(), {
    onRemoteStream(stream) {
      if (closed) return;
      remote = stream;
      // The output takes its time to start, which there is while DTLS waits for the other side, and not once Meta has accepted.
      speaker.play(stream);
      if (audible) meter?.setHeard(stream);
    },
    onState: onPeerState,
  });
  const line = createLine({
    chosen: ports.chosenMicrophone,
    microphones: ports.microphones,
    send: (track) => peer.send(track),
    silence: () => silence,
    onTrack(track) {
      microphone = track;
      if (audible) meter?.setSent(track);
    },
    onState(state, why) {
      emit({ kind: 'microphone', state, problem: why });
      if (state === 'live') ports.onMicrophone();
    },
  });

  peer.prepared.then(
    (sdp) => {
      if (closed) return;
      emit({ kind: 'prepared', callId, sdp });
      makeAudio();
    },
    () => loseMedia(problem('media.offer')),
  );

  function onPeerState(state: RTCPeerConnectionState): void {
    if (closed) return;
    if (state === 'failed') loseMedia(problem('media.lost'));
    if (state === 'disconnected') {
      troubled = true;
      emit({ kind: 'mediaProblem', callId, fatal: false, problem: problem('media.reconnecting') });
    }
    if (state === 'connected') {
      if (!connected) emit({ kind: 'connected', callId });
      if (troubled) emit({ kind: 'mediaRestored', callId });
      connected = true;
      void sayRoute();
      troubled = false;
      // Only now, while Meta is asked to accept: ICE and DTLS go first.
      openAudio();
      // Whoever calls is heard from the moment on at which the customer picks up.
      if (offer === null) void line.attach();
    }
  }

  async function sayRoute(): Promise<void> {
    const report = await peer.getStats().catch(() => null);
    const route = report === null ? null : routeOf(report.values());
    if (route !== null && !closed) emit({ kind: 'route', callId, route });
  }

  function loseMedia(why: Problem): void {
    if (!closed) emit({ kind: 'mediaProblem', callId, fatal: true, problem: why });
  }

  /** Made while it rings, and still: it keeps page and machine busy, and nothing is to wait for it once the agent answers. */
  function makeAudio(): void {
    if (context !== null || closed) return;
    context = new AudioContext();
    context.suspend().catch(() => undefined);
    silence = createSilence(context);
    meter = createMeter(context, (levels) => emit({ kind: 'levels', ...levels }));
  }

  function openAudio(): void {
    if (audible) return;
    audible = true;
    makeAudio();
    context?.resume().catch(() => undefined);
    stopGauging = gaugeQuality(peer.getStats, (reading) => emit({ kind: 'quality', callId, reading }));
    if (microphone !== null) meter?.setSent(microphone);
    if (remote !== null) meter?.setHeard(remote);
  }

  return {
    callId,
    /** The customer's sound as it arrives. */
    heard: () => remote,
    peer,
    line,
    /** Repeats our description for a desk that asks again. */
    async repeat(): Promise<void> {
      const sdp = await peer.prepared.catch(() => null);
      if (sdp !== null && !closed) emit({ kind: 'prepared', callId, sdp });
    },
    /** @param answer Meta's, when the offer is ours */
    async begin(answer: string | null): Promise<void> {
      if (closed || answered) return;
      answered = true;
      try {
        await peer.prepared;
        if (closed) return;
        // The microphone opens beside ICE and DTLS.
        const applied = peer.connect(answer);
        void line.open();
        await applied;
      } catch {
        loseMedia(problem('media.offer'));
      }
    },
    close(): void {
      if (closed) return;
      closed = true;
      stopGauging();
      line.close();
      meter?.close();
      silence?.stop();
      speaker.stop();
      peer.close();
      context?.close().catch(() => undefined);
    },
  };
}
export type CallAudio = ReturnType<typeof createCallAudio>;
