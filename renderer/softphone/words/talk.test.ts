import { expect, it } from 'vitest';
import { failureWords, type TalkEvent, talkDetail, talkWords, windowWords } from './talk.ts';

const event = { key: '1', at: 0, channelId: '1' };
const wrote = (type: string): TalkEvent => ({
  ...event,
  kind: 'wrote',
  messageId: '1',
  type,
  text: null,
  unread: false,
});

it('calls a message by what it is, also one that nobody here knows', () => {
  expect(talkWords(wrote('text'))).toBe('The customer wrote');
  expect(talkWords(wrote('image'))).toBe('The customer sent a picture');
  expect(talkWords(wrote('hologram'))).toBe('The customer sent a message of the kind “hologram”');
});

it('says how far a message got, and why no further', () => {
  const sent = { ...event, kind: 'texted', agentName: 'Sari', by: 'message', text: 'Hello', sentence: null } as const;
  expect(talkWords({ ...sent, state: 'read' })).toBe('Sari wrote');
  expect(talkWords({ ...sent, by: 'template', state: 'read' })).toBe('Sari wrote by a template');
  expect(talkDetail({ ...sent, state: 'read' }, 0)).toBe('Read');
  expect(talkDetail({ ...sent, state: 'failed', sentence: 'The customer is gone.' }, 0)).toBe(
    'Not delivered. The customer is gone.',
  );
  expect(talkDetail(wrote('text'), 0)).toBe(null);
});

it('says of a message that stays undelivered what that may mean, as WhatsApp does not', () => {
  const day = 86_400_000;
  const sent = { ...event, kind: 'texted', agentName: 'Sari', by: 'message', text: 'Hello', sentence: null } as const;
  expect(talkDetail({ ...sent, state: 'sent' }, day - 1)).toBe('Sent');
  expect(talkDetail({ ...sent, state: 'sent' }, day)).toContain('may have blocked your company');
  expect(talkDetail({ ...sent, state: 'delivered' }, day)).toBe('Delivered');
});

it('says how long the customer may be written to, and what instead', () => {
  expect(windowWords({ open: true, until: 7_200_000 }, 0)).toBe('You can write for 2 h 0 min more.');
  expect(windowWords({ open: true, until: 7_200_000 }, 7_200_000)).toContain('approved templates only');
  expect(windowWords({ open: false }, 0)).toContain('not in touch within 24 hours');
});

it('says that the newest message of ours did not arrive, and is quiet about older ones', () => {
  const sent = { ...event, kind: 'texted', agentName: 'Sari', by: 'message', text: 'Hello', sentence: null } as const;
  expect(failureWords([])).toBe('');
  expect(failureWords([wrote('text'), { ...sent, state: 'failed', sentence: 'Gone.' }])).toBe(
    'The last message was not delivered. Gone.',
  );
  expect(
    failureWords([
      { ...sent, state: 'read' },
      { ...sent, state: 'failed' },
    ]),
  ).toBe('');
});
