import type { CardBridge } from '../../src/contract/window/bridge.ts';
import type { CardView } from '../../src/contract/window/card.ts';
import { fakeViews } from '../host/fake-views.ts';

/** Every state of the call card, for the page of parts. `now` is this computer's time. */
export function fakeCards(now: number): Record<string, CardView> {
  const views = fakeViews(now);
  const yesterday = now - 26 * 3_600_000;
  const spoke = { calledAt: yesterday, outcome: 'completed', endedBy: 'customer', durationSeconds: 252 } as const;
  return {
    cardRinging: { face: 'ringing', ring: views.ringing.ring, lastContact: spoke },
    cardRingingLongName: { face: 'ringing', ring: views.ringingLongName.ring, lastContact: spoke },
    cardRingingArabic: { face: 'ringing', ring: views.ringingArabic.ring, lastContact: spoke },
    cardRingingUsername: { face: 'ringing', ring: views.ringingUsername.ring, lastContact: null },
    cardAnswering: { face: 'ringing', ring: views.answering.ring, lastContact: null },
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
