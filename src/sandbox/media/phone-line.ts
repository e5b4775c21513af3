/**
 * The customer's end of one call. It speaks Meta's SDP, measures what it hears, and keeps Meta's manners: the customer's
 * sound leaves only after the call counts as answered and the business has sent its first packet (Meta calling reference §2.2).
 */
import { silentSdp } from '../sdp/canned.ts';
import { midOf } from '../sdp/check.ts';
import { asMetaAnswer, asMetaOffer, forOwnPeer, META_MID } from '../sdp/meta-look.ts';
import { AudioPeer } from './audio-peer.ts';
import { Ear, type Heard } from './ear.ts';
import { type Loss, LossyNetwork } from './lossy-network.ts';
import type { Voice } from './voice.ts';

export type LineEvents = {
  /** The first packet of the business arrived. */
  readonly onBusinessAudio: () => void;
  /** About ten times a second while connected. */
  readonly onHeard: () => void;
};

export type PhoneLine = {
  readonly hasAudio: boolean;
  readonly heard: Heard;
  readonly speaking: boolean;
  /** Epoch milliseconds of the newest packet of the business. */
  readonly lastPacketAt: number | undefined;
  readonly offer: () => Promise<string>;
  readonly takeAnswer: (sdp: string) => Promise<void>;
  readonly answer: (offer: string) => Promise<string>;
  readonly mayTalk: () => void;
  /** Whether the customer's packets get through to the business; they do until this says otherwise. */
  readonly setReachable: (reachable: boolean) => void;
  /** @returns whether there is a network here that can lose packets */
  readonly lose: (loss: Loss) => boolean;
  readonly close: () => void;
};

const FRAMES_PER_REPORT = 10;

export class AudioLine implements PhoneLine {
  readonly hasAudio = true;
  readonly #voice: Voice;
  readonly #ear = new Ear();
  readonly #peer: AudioPeer;
  #lastPacketAt: number | undefined;
  #talkAllowed = false;
  #stopTalking: (() => void) | undefined;
  #reachable = true;
  readonly #network: LossyNetwork | undefined;
  #closed = false;

  constructor(voice: Voice, events: LineEvents, isLossy = false) {
    this.#voice = voice;
    this.#network = isLossy ? new LossyNetwork() : undefined;
    let frames = 0;
    this.#peer = new AudioPeer({
      onPackets: () => {
        const isFirst = this.#lastPacketAt === undefined;
        this.#lastPacketAt = Date.now();
        if (!isFirst) return;
        events.onBusinessAudio();
        this.#talk();
      },
      onFrame: (frame) => {
        this.#ear.listen(frame, Date.now());
        this.#voice.hear?.(frame);
        frames += 1;
        if (frames % FRAMES_PER_REPORT === 0) events.onHeard();
      },
    });
  }

  get heard(): Heard {
    return this.#ear.heard;
  }

  get speaking(): boolean {
    return this.#stopTalking !== undefined;
  }

  get lastPacketAt(): number | undefined {
    return this.#lastPacketAt;
  }

  async offer(): Promise<string> {
    const offer = asMetaOffer(await this.#peer.offer(), Date.now());
    return this.#network?.before(offer) ?? offer;
  }

  async takeAnswer(sdp: string): Promise<void> {
    const answer = forOwnPeer(sdp);
    await this.#peer.takeAnswer(this.#network?.behind(answer) ?? answer);
  }

  async answer(offer: string): Promise<string> {
    const answer = asMetaAnswer(await this.#peer.answer(this.#network?.behind(offer) ?? offer), offer, Date.now());
    return this.#network?.before(answer) ?? answer;
  }

  mayTalk(): void {
    this.#talkAllowed = true;
    this.#talk();
  }

  setReachable(reachable: boolean): void {
    this.#reachable = reachable;
    if (reachable) this.#talk();
    else this.#beSilent();
  }

  lose(loss: Loss): boolean {
    this.#network?.lose(loss);
    return this.#network !== undefined;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#beSilent();
    this.#peer.close();
    this.#network?.close();
  }

  #beSilent(): void {
    this.#stopTalking?.();
    this.#stopTalking = undefined;
  }

  #talk(): void {
    if (
      this.#closed ||
      !this.#reachable ||
      !this.#talkAllowed ||
      this.#lastPacketAt === undefined ||
      this.#stopTalking !== undefined
    )
      return;
    this.#stopTalking = this.#voice.start((frame) => this.#peer.speak(frame));
  }
}

/** A line without audio behind it: cheap, for load. */
export const silentLine = (): PhoneLine => ({
  hasAudio: false,
  heard: new Ear().heard,
  speaking: false,
  lastPacketAt: undefined,
  offer: async () => silentSdp('actpass', META_MID),
  takeAnswer: async () => {},
  answer: async (offer) => silentSdp('active', midOf(offer)),
  mayTalk: () => {},
  setReachable: () => {},
  lose: () => false,
  close: () => {},
});
