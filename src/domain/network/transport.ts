/** `websocket` is the fast way to the relay; `polling` gets through where a network lets nothing but single requests pass. */
export const transports = ['websocket', 'polling'] as const;
export type Transport = (typeof transports)[number];

/** A WebSocket that is cut off sooner than this, ms, did not work. */
const shortLife = 30_000;
/** So many of them in a row, and the network is taken to break them. */
const enough = 3;

/** What the network did with WebSockets so far, and what the next connection begins with. */
export type Passage = { beginWith: Transport; cutOff: number };

export const untried: Passage = { beginWith: 'websocket', cutOff: 0 };

/**
 * `timedOut`: nothing came back, neither a refusal nor an opening, so that nothing else was tried · `refused`: by every way ·
 * `lost`: open for `afterMs`, then broken · `passes`: a WebSocket that was tried on the side went through.
 */
export type PassageFact =
  | { kind: 'timedOut' | 'refused'; transport: Transport }
  | { kind: 'lost'; transport: Transport; afterMs: number }
  | { kind: 'passes' };

/**
 * With what the next connection begins. A refused WebSocket is followed by polling at once, in the same attempt; here it is about the
 * proxies that swallow it, and those that let it open and then cut it off. Nothing is ever given up: what begins with polling goes
 * back to the WebSocket as soon as one passes, or when polling fails as well, for then it is not the WebSocket that is broken.
 */
export function afterPassage(before: Passage, fact: PassageFact): Passage {
  switch (fact.kind) {
    case 'passes':
      return untried;
    case 'refused':
      return { ...before, beginWith: 'websocket' };
    case 'timedOut':
      return { ...before, beginWith: fact.transport === 'websocket' ? 'polling' : 'websocket' };
    case 'lost': {
      if (fact.transport === 'polling') return before;
      if (fact.afterMs >= shortLife) return untried;
      const cutOff = before.cutOff + 1;
      return cutOff >= enough ? { beginWith: 'polling', cutOff: 0 } : { ...before, cutOff };
    }
  }
}

/** In which order the ways are tried. */
export function inOrder({ beginWith }: Passage): Transport[] {
  return beginWith === 'websocket' ? ['websocket', 'polling'] : ['polling'];
}
