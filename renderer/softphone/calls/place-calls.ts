import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import type { Outcome } from '../../../src/domain/calls/outcome.ts';
import type { ListPlace } from '../places/route.ts';
import { isMissed } from '../words/outcome.ts';

export const anyOutcome = 'any';
export type OutcomeFilter = Outcome | typeof anyOutcome;

/** Which of the calls belong to a place; the filter is the history's. */
export function callsOf(place: ListPlace, calls: readonly CallRecord[], filter: OutcomeFilter): readonly CallRecord[] {
  switch (place) {
    case 'calls':
      return calls;
    case 'missed':
      return calls.filter(isMissed);
    case 'history':
      return filter === anyOutcome ? calls : calls.filter((call) => call.outcome === filter);
  }
}
