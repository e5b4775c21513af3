import { AudioPeer } from '../../src/sandbox/media/audio-peer.ts';
import { Ear, type Heard } from '../../src/sandbox/media/ear.ts';

const sampleRate = 48_000;
const frameSamples = sampleRate / 100;

/** A far end that hums 440 Hz as soon as it is connected, counts packets and measures what it hears. */
export function createCustomer() {
  let ear = new Ear();
  let packets = 0;
  let sample = 0;
  const peer = new AudioPeer({
    onPackets: () => {
      packets += 1;
    },
    onFrame: (frame) => ear.listen(frame, Date.now()),
  });
  const timer = setInterval(() => {
    const samples = Int16Array.from({ length: frameSamples }, (_, i) =>
      Math.round(9_000 * Math.sin((2 * Math.PI * 440 * (sample + i)) / sampleRate)),
    );
    sample += frameSamples;
    peer.speak({ samples, sampleRate });
  }, 10);

  return {
    offer: () => peer.offer(),
    takeAnswer: (sdp: string) => peer.takeAnswer(sdp),
    packets: () => packets,
    heard: (): Heard => ear.heard,
    /** Measures anew from here on. */
    listenAgain(): void {
      ear = new Ear();
      packets = 0;
    },
    close(): void {
      clearInterval(timer);
      peer.close();
    },
  };
}
