/** A person's browser on one side, the customer's end of a call on the other: sound is carried over as it comes. */
import { type AudioFrame, AudioPeer } from '../media/audio-peer.ts';
import type { Voice } from '../media/voice.ts';

export class Bridge implements Voice {
  #peer: AudioPeer | undefined;
  #say: ((frame: AudioFrame) => void) | undefined;

  /** Takes the page's offer and gives the answer; replaces an older page. */
  async join(offer: string): Promise<string> {
    this.leave();
    const peer = new AudioPeer({ onPackets: () => {}, onFrame: (frame) => this.#say?.(frame) });
    this.#peer = peer;
    return peer.answer(offer);
  }

  leave(): void {
    this.#peer?.close();
    this.#peer = undefined;
  }

  start = (say: (frame: AudioFrame) => void): (() => void) => {
    this.#say = say;
    return () => {
      this.#say = undefined;
    };
  };

  hear = (frame: AudioFrame): void => this.#peer?.speak(frame);
}
