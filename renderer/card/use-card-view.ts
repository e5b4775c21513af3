import { useEffect, useState } from 'react';
import type { CardBridge } from '../../src/contract/window/bridge.ts';
import type { CardView } from '../../src/contract/window/card.ts';

/** What main says the card shows; nothing before it has said so. */
export function useCardView(bridge: CardBridge): CardView {
  const [shown, setShown] = useState<CardView | null>(null);
  useEffect(() => {
    const stop = bridge.onCard(setShown);
    // What was pushed meanwhile is newer than what was asked for.
    void bridge.getCard().then((card) => setShown((known) => known ?? card));
    return stop;
  }, [bridge]);
  return shown ?? { face: 'none' };
}
