import type { CardBridge } from '../../src/contract/window/bridge.ts';
import type { CardView } from '../../src/contract/window/card.ts';
import { Announce } from '../kit/announce.tsx';
import { useNumbers } from '../softphone/words/number.ts';
import { LastWords } from './last-words.tsx';
import { RingingCard } from './ringing-card.tsx';
import { Strip } from './strip.tsx';
import { useCardView } from './use-card-view.ts';

/** The call card: who rings, then the call as a strip, then what became of it. */
export function Card({ bridge }: { bridge: CardBridge }) {
  useNumbers();
  const card = useCardView(bridge);
  return (
    <main>
      <h1 className="visually-hidden">Call card</h1>
      <Face card={card} bridge={bridge} />
      <Announce>{card.face === 'over' ? card.over.sentence : ''}</Announce>
    </main>
  );
}

function Face({ card, bridge }: { card: CardView; bridge: CardBridge }) {
  switch (card.face) {
    case 'none':
      return null;
    case 'ringing':
      return <RingingCard key={card.ring.ringId} ring={card.ring} bridge={bridge} />;
    case 'call':
      return <Strip key={card.call.callId} call={card.call} bridge={bridge} />;
    case 'over':
      return <LastWords over={card.over} />;
  }
}
