import type { Reading } from './reading.ts';

/** Whether the customer's packets arrive. Packets, not loudness: a phone that is muted sends them all the same. */
export type Flow = {
  /** Some have arrived in this call. */
  begun: boolean;
  /** For how many seconds none has. */
  missing: number;
};

export const firstFlow: Flow = { begun: false, missing: 0 };

export function flowOn(before: Flow, { heardPackets, seconds }: Reading): Flow {
  if (heardPackets > 0) return { begun: true, missing: 0 };
  return { ...before, missing: before.missing + seconds };
}

/** Seconds without packets after which people ask whether anybody is there. */
const noticedAfter = 3;

/** Seconds without packets after which Meta's clients drop a call: before the first one and in mid-call (Meta calling reference §2.2). */
export const givenUpAfter = { start: 20, midCall: 30 };

/** `missing`: it may come back · `neverBegan`, `lost`: as long without as Meta waits. */
export type FlowState = 'flowing' | 'missing' | 'neverBegan' | 'lost';

export function stateOfFlow({ begun, missing }: Flow): FlowState {
  if (!begun && missing >= givenUpAfter.start) return 'neverBegan';
  if (missing >= givenUpAfter.midCall) return 'lost';
  return missing >= noticedAfter ? 'missing' : 'flowing';
}
