import { expect, test } from 'vitest';
import type { LastContact } from '../../../src/contract/desk/socket.ts';
import { lastContactWords } from './last-contact.ts';
import { whenWords } from './when.ts';

const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).getTime();
const now = at(20, 14, 30);
const spoke: LastContact = {
  calledAt: at(19, 18, 40),
  outcome: 'completed',
  endedBy: 'customer',
  durationSeconds: 252,
  agentName: 'Budi',
};
const missed: LastContact = { ...spoke, outcome: 'missed', durationSeconds: 0, agentName: null };

test.each<[LastContact | null, string]>([
  [spoke, 'Spoke with Budi yesterday 18:40 (4:12)'],
  [{ ...spoke, calledAt: at(20, 14, 5) }, 'Spoke with Budi today 14:05 (4:12)'],
  [{ ...missed, calledAt: at(17, 9, 5) }, 'Missed Tue 09:05'],
  [{ ...missed, outcome: 'outsideOfficeHours', calledAt: at(2, 9, 5) }, 'Missed 2 Nov'],
  [{ ...missed, outcome: 'rejected', endedBy: 'agent' }, 'Declined yesterday 18:40'],
  [{ ...missed, outcome: 'rejected' }, 'They declined yesterday 18:40'],
  [{ ...missed, outcome: 'unanswered' }, 'They did not answer yesterday 18:40'],
  [{ ...spoke, outcome: 'disconnected' }, 'Cut off yesterday 18:40 (4:12)'],
  [null, 'No earlier call'],
])('%o: %s', (last, words) => {
  expect(lastContactWords(last, now, whenWords(['en-GB']))).toBe(words);
});
