import type { CallView, DeskView, OverView, RingView } from '../../../../src/contract/window/view.ts';

/** What stands on the card. `over` goes by itself at `until`, by this computer's clock. */
export type CardFace =
  | { face: 'none' }
  | { face: 'ringing'; ring: RingView }
  | { face: 'call'; call: CallView }
  | { face: 'over'; over: OverView; until: number };

/** How long the card says what became of a ring, in milliseconds: long enough to read, too short to be in the way. */
export const lastWordsMs = 3_000;

/**
 * A ring is always shown. A call is, while the person works elsewhere: in front, the softphone says it all. What was shown and is over
 * gets its last words, unless the agent declined, who knows.
 */
export function nextFace(before: CardFace, view: DeskView, at: { now: number; softphoneInFront: boolean }): CardFace {
  if (view.ring !== null) return { face: 'ringing', ring: view.ring };
  if (view.call !== null) return at.softphoneInFront ? { face: 'none' } : { face: 'call', call: view.call };
  return lastWords(before, view.over, at.now);
}

function lastWords(before: CardFace, over: OverView | null, now: number): CardFace {
  if (over === null || over.callId !== callOf(before)) return { face: 'none' };
  const until = before.face === 'over' ? before.until : now + lastWordsMs;
  return now < until ? { face: 'over', over, until } : { face: 'none' };
}

function callOf(face: CardFace): string | null {
  switch (face.face) {
    case 'none':
      return null;
    case 'ringing':
      return face.ring.callId;
    case 'call':
      return face.call.callId;
    case 'over':
      return face.over.callId;
  }
}
