import { describe, expect, it } from 'vitest';
import { aRecord } from '../testing/samples.ts';
import { recordNews, ringOverNews, talkTime } from './over.ts';

it.each([
  [0, '0:00'],
  [9, '0:09'],
  [252, '4:12'],
  [3_852, '1:04:12'],
])('says %i seconds as %s', (seconds, said) => expect(talkTime(seconds)).toBe(said));

describe('what an agent reads when a call is over', () => {
  it('says that the caller gave up', () => {
    expect(recordNews(aRecord('1', { outcome: 'missed', durationSeconds: 0 })).sentence).toBe('The caller gave up.');
  });

  it('passes on what went wrong and how far it got', () => {
    const record = aRecord('1', { outcome: 'disconnected', sentence: 'Meta dropped the call.', durationSeconds: 61 });
    expect(recordNews(record)).toEqual({ sentence: 'Meta dropped the call. It lasted 1:01.', tone: 'failure' });
  });
});

describe('what an agent reads after Decline', () => {
  const declined = (colleagues: string[], waits = false) => {
    const ring = { ringId: 'ring-1', callId: '1', reason: 'declined' as const, colleague: null };
    return ringOverNews({ ...ring, goesOn: { colleagues, waits } }).sentence;
  };
  it.each([
    [['Budi'], false, 'Declined for you. It rings for Budi now.'],
    [['Budi', 'Sari'], false, 'Declined for you. It rings for Budi and one other now.'],
    [['Budi', 'Sari', 'Rafa'], false, 'Declined for you. It rings for Budi and 2 others now.'],
    [[], true, 'Declined for you. It waits for a colleague who will be back in a moment.'],
    [[], false, 'Declined for you. Nobody else is free.'],
  ])('with %j ringing, waiting %s', (colleagues, waits, said) => expect(declined(colleagues, waits)).toBe(said));
});
