import type { CardBridge } from '../../src/contract/window/bridge.ts';
import type { CardView } from '../../src/contract/window/card.ts';
import { fakeViews } from '../host/fake-views.ts';

/** Every state of the call card, for the page of parts. `now` is this computer's time. */
export function fakeCards(now: number): Record<string, CardView> {
  const views = fakeViews(now);
  return {
    cardRinging: { face: 'ringing', ring: views.ringing.ring },
    cardRingingLongName: { face: 'ringing', ring: views.ringingLongName.ring },
    cardRingingArabic: { face: 'ringing', ring: views.ringingArabic.ring },
    cardRingingUsername: { face: 'ringing', ring: views.ringingUsername.ring },
    cardAnswering: { face: 'ringing', ring: views.answering.ring },
    cardConnecting: { face: 'call', call: views.callConnecting.call },
    cardOnCall: { face: 'call', call: views.onCallLongName.call },
    cardMuted: { face: 'call', call: views.muted.call },
    cardMicrophoneFailed: { face: 'call', call: views.microphoneFailed.call },
    cardEnding: { face: 'call', call: views.ending.call },
    cardOver: { face: 'over', over: views.over.over },
    cardOverFailure: { face: 'over', over: views.overFailure.over },
  };
}

/** A bridge without a main process: it shows one card and speaks at one loudness. */
export const fakeCardBridge = (card: CardView): CardBridge => ({
  getCard: async () => card,
  onCard: () => () => {},
  onLevels: (listener) => {
    listener({ sent: 0.2, heard: 0.1 });
    return () => {};
  },
  command: async () => {},
});
