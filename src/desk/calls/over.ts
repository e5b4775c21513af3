import type { CallRecord, GoesOn, RingOver } from '../../contract/desk/socket.ts';
import type { OverView } from '../../contract/window/view.ts';

type News = Pick<OverView, 'sentence' | 'tone'>;

const plain = (sentence: string): News => ({ sentence, tone: 'plain' });
const failure = (sentence: string): News => ({ sentence, tone: 'failure' });

/** Why a ring fell silent, for the agent whose desk it was. */
export function ringOverNews(over: RingOver): News {
  switch (over.reason) {
    case 'answeredByColleague':
      return plain(over.colleague === null ? 'A colleague answered.' : `Answered by ${over.colleague}.`);
    case 'callerGaveUp':
      return plain('The caller gave up.');
    case 'timeRanOut':
      return rangOut;
    case 'declined':
      return over.goesOn === null ? declinedForMe : plain(`${declinedForMe.sentence} ${whereTo(over.goesOn)}`);
    case 'seatMoved':
      return plain('You are signed in at another desk now. Calls ring there.');
    case 'failed':
      return failure('The call could not be connected.');
  }
}

export const rangOut = plain('The call rang out.');
/** Until the relay has said where it goes on. */
export const declinedForMe = plain('Declined for you.');
const declined = plain('You declined the call.');
/** For a call that was over before this desk could hear why. */
export const overMeanwhile = plain('The call ended while the connection was lost.');
/** For a call of ours that the relay does not have. */
export const neverMade = failure('The connection was lost, and the call was not made.');
export const overElsewhere = plain('This call does not ring here any more.');

/** A call that one agent does not want goes on elsewhere, or nowhere. */
function whereTo({ colleagues: [first, ...others], waits }: GoesOn): string {
  if (first === undefined)
    return waits ? 'It waits for a colleague who will be back in a moment.' : 'Nobody else is free.';
  if (others.length === 0) return `It rings for ${first} now.`;
  return `It rings for ${first} and ${others.length === 1 ? 'one other' : `${others.length} others`} now.`;
}

/** How a call went, in one sentence. */
export function recordNews(record: CallRecord): News {
  switch (record.outcome) {
    case 'completed':
      if (record.sentence !== null) return plain(withTalkTime(record.sentence, record.durationSeconds));
      return plain(`Ended after ${talkTime(record.durationSeconds)}.`);
    case 'missed':
      return plain(record.sentence ?? (record.endedBy === 'customer' ? 'The caller gave up.' : 'The call rang out.'));
    case 'rejected':
      return record.endedBy === 'customer' ? plain(record.sentence ?? 'The customer declined.') : declined;
    case 'unanswered':
      if (record.endedBy === 'agent') return plain('You gave up before the customer answered.');
      return plain(record.sentence ?? 'The customer did not answer.');
    case 'disconnected':
      return failure(withTalkTime(record.sentence ?? 'The call was cut off.', record.durationSeconds));
    case 'failed':
      return failure(record.sentence ?? 'The call could not be made.');
    case 'outsideOfficeHours':
    case 'allAgentsBusy':
    case 'allAgentsOffline':
      return plain(record.sentence ?? 'Nobody could take the call.');
  }
}

function withTalkTime(sentence: string, seconds: number): string {
  return seconds > 0 ? `${sentence} It lasted ${talkTime(seconds)}.` : sentence;
}

/** `4:12`, or `1:04:12` from an hour on. */
export function talkTime(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
