import type { CustomerChannel, CustomerEvent } from '../../../src/contract/api/customers.ts';
import type { MessageState } from '../../../src/domain/messages/progress.ts';
import { timeLeft } from './permission.ts';

export type TalkEvent = Extract<CustomerEvent, { kind: 'wrote' | 'texted' | 'invited' }>;

/** How far a message of ours got. */
const messageStateWords: Record<MessageState, string> = {
  sending: 'On its way',
  unknown: 'Not known whether it was sent',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not delivered',
};

/** WhatsApp says nothing of a customer who has blocked the company: their messages stay where they are, ms. */
const longUndelivered = 24 * 60 * 60_000;

/** @param at when it was sent, ms, by the clock of `now` */
export function messageWords({ state, at }: { state: MessageState; at: number }, now: number): string {
  if (state === 'sent' && now - at >= longUndelivered)
    return 'Sent, and not delivered so far. The phone may be off, or the customer may have blocked your company.';
  return messageStateWords[state];
}

/** What was sent, by Meta's name of it; one that nobody here knows is called by that name. */
const kinds: Record<string, string> = {
  text: 'wrote',
  image: 'sent a picture',
  video: 'sent a video',
  audio: 'sent a voice message',
  document: 'sent a file',
  sticker: 'sent a sticker',
  location: 'sent a place',
  contacts: 'sent a contact',
  button: 'pressed a button',
  interactive: 'chose an answer',
  reaction: 'reacted',
  order: 'sent an order',
  unsupported: 'sent something that WhatsApp does not pass on',
};

/** Who did it, and what, in one line of the timeline. */
export function talkWords(event: TalkEvent): string {
  if (event.kind === 'wrote')
    return `The customer ${kinds[event.type] ?? `sent a message of the kind “${event.type}”`}`;
  const who = event.agentName ?? 'Somebody';
  const what = event.kind === 'texted' ? `${who} wrote` : `${who} invited the customer to call`;
  return event.by === 'template' ? `${what} by a template` : what;
}

/** How far it got, and why no further; null for what the customer wrote. */
export function talkDetail(event: TalkEvent, now: number): string | null {
  if (event.kind === 'wrote') return null;
  const words = messageWords(event, now);
  return event.sentence === null ? words : `${words}. ${event.sentence}`;
}

/** Until when the customer may be written to, or why not and what instead. */
export function windowWords(window: CustomerChannel['window'], now: number): string {
  if (window.open && now < window.until) return `You can write for ${timeLeft(window.until - now)} more.`;
  return 'The customer was not in touch within 24 hours, so WhatsApp delivers approved templates only.';
}

/** What is wrong with the newest message of ours on any number; empty when nothing is. For those who do not see the line. */
export function failureWords(events: readonly CustomerEvent[]): string {
  const newest = events.find((event) => event.kind === 'texted' || event.kind === 'invited');
  if (newest?.kind !== 'texted' && newest?.kind !== 'invited') return '';
  return newest.state === 'failed' ? `The last message was not delivered. ${newest.sentence ?? ''}`.trim() : '';
}
