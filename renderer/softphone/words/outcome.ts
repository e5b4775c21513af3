import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import { missedOutcomes, type Outcome, type Party } from '../../../src/domain/calls/outcome.ts';
import { talkTime } from './duration.ts';

/** Each outcome in the one word that is used for it everywhere. */
export const outcomeWords: Record<Outcome, string> = {
  completed: 'Completed',
  missed: 'Missed',
  rejected: 'Rejected',
  outsideOfficeHours: 'Outside office hours',
  allAgentsBusy: 'All agents busy',
  allAgentsOffline: 'All agents offline',
  unanswered: 'Unanswered',
  disconnected: 'Disconnected',
  failed: 'Failed',
};

const nobodyTalked: ReadonlySet<Outcome> = new Set(missedOutcomes);

/** A customer called and nobody talked with them. */
export const isMissed = (call: CallRecord): boolean => call.direction === 'inbound' && nobodyTalked.has(call.outcome);

/** Outcomes that want attention are red in a list. */
export const isFailure = (call: CallRecord): boolean => isMissed(call) || isBroken(call);

/** An error or the network ended it, or kept it from beginning. */
export const isBroken = ({ outcome }: CallRecord): boolean => outcome === 'disconnected' || outcome === 'failed';

/** What stands after the outcome in a row: `4:12`, `after 2:05`, `by customer`. */
export function outcomeDetail(call: CallRecord): string | null {
  switch (call.outcome) {
    case 'completed':
      return talkTime(call.durationSeconds);
    case 'disconnected':
      return call.durationSeconds > 0 ? `after ${talkTime(call.durationSeconds)}` : call.sentence;
    case 'rejected':
      return call.endedBy === null ? null : `by ${partyWords[call.endedBy]}`;
    default:
      return call.sentence;
  }
}

const partyWords: Record<Party, string> = {
  agent: 'agent',
  customer: 'customer',
  system: 'Ringdesk',
  meta: 'WhatsApp',
};

/** Who ended it, for the page of a call. */
export const endedByWord = (party: Party): string => {
  const word = partyWords[party];
  return party === 'agent' || party === 'customer' ? `The ${word}` : word;
};
