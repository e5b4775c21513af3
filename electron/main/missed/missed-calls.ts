import type { DeskView } from '../../../src/contract/window/view.ts';

export type MissedCallsDeps = {
  /** How many missed calls ended after an instant. */
  countSince: (instant: number) => number;
  /** Until when this desk has seen its missed calls. */
  seen: { missedSeenAt: number; keepMissedSeenAt: (instant: number) => void };
  isSoftphoneInFront: () => boolean;
  /** Where the number is shown; called when it is another. */
  show: (count: number) => void;
  now: () => number;
};

/** Missed calls that nobody here has looked at. They are seen when the Missed list is in front of the person. */
export class MissedCalls {
  readonly #deps: MissedCallsDeps;
  #listOpen = false;
  #signedIn = false;
  #shown = 0;

  constructor(deps: MissedCallsDeps) {
    this.#deps = deps;
  }

  /** The softphone shows another place. */
  placeShown(place: string): void {
    this.#listOpen = place === 'missed';
    this.look();
  }

  render(view: DeskView): void {
    const signedIn = view.session.status === 'signedIn';
    if (signedIn === this.#signedIn) return;
    this.#signedIn = signedIn;
    this.look();
  }

  /** To be called when the history or what is in front has changed. Safe to repeat. */
  look(): void {
    const { countSince, seen, isSoftphoneInFront, show, now } = this.#deps;
    const unseen = this.#signedIn ? countSince(seen.missedSeenAt) : 0;
    const looksAtThem = this.#listOpen && isSoftphoneInFront();
    if (unseen > 0 && looksAtThem) seen.keepMissedSeenAt(now());
    const count = looksAtThem ? 0 : unseen;
    if (count === this.#shown) return;
    this.#shown = count;
    show(count);
  }
}

/** `2 missed calls`, in the words of every place that shows them. */
export const missedWords = (count: number): string => (count === 1 ? '1 missed call' : `${count} missed calls`);
