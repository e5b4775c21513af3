import type { LastContact } from '../../../src/contract/desk/socket.ts';
import { talkTime } from './duration.ts';
import { nearDay, shortWhen, timeOfDay, type whenWords } from './when.ts';

type Times = Pick<ReturnType<typeof whenWords>, 'nearDay' | 'shortWhen' | 'timeOfDay'>;

/**
 * The last call with who rings now: `Spoke with Budi yesterday 18:40 (4:12)`, `Missed Thu 09:05`.
 * @param times as this computer writes them
 */
export function lastContactWords(
  last: LastContact | null,
  now: number,
  times: Times = { nearDay, shortWhen, timeOfDay },
): string {
  if (last === null) return 'No earlier call';
  return [whatHappened(last), when(last.calledAt, now, times), talkedFor(last)].filter((word) => word !== '').join(' ');
}

function whatHappened({ outcome, endedBy, agentName }: LastContact): string {
  switch (outcome) {
    case 'completed':
      return agentName === null ? 'Spoke' : `Spoke with ${agentName}`;
    case 'missed':
    case 'outsideOfficeHours':
    case 'allAgentsBusy':
    case 'allAgentsOffline':
      return 'Missed';
    case 'rejected':
      return endedBy === 'customer' ? 'They declined' : 'Declined';
    case 'unanswered':
      return 'They did not answer';
    case 'disconnected':
      return 'Cut off';
    case 'failed':
      return 'Could not be called';
  }
}

function when(instant: number, now: number, times: Times): string {
  const day = times.nearDay(instant, now);
  return day === null ? times.shortWhen(instant, now) : `${day} ${times.timeOfDay(instant)}`;
}

const talkedFor = ({ durationSeconds }: LastContact) => (durationSeconds > 0 ? `(${talkTime(durationSeconds)})` : '');
