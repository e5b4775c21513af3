import type { CallPermissionReply } from '../../contract/meta/permission-reply.ts';
import type { InboundMessage, MessageStatus, MessagesValue } from '../../contract/meta/webhook.ts';
import type { Answer } from '../../domain/permission/fact.ts';
import { week } from '../../domain/permission/rules.ts';
import type { Contact } from '../store/customers.ts';
import { codeOf, contactOf, e164, instantOf } from './read-common.ts';

/** One thing that the field `messages` told. */
export type HeardMessage = {
  /** By this an event is known again: Meta delivers at least once (§8.3). */
  key: string;
  channel: { id: string; wabaId: string; number: string | null };
  /** When it happened, by Meta's clock, ms. */
  at: number;
} & (HeardReply | HeardWriting | HeardStatus);

/** The customer's word on being called, or WhatsApp's in their name (§4.5). */
export type HeardReply = {
  kind: 'replied';
  messageId: string;
  contact: Contact;
  answer: Answer;
  source: 'customer' | 'automatic';
  about: string | null;
};

/** The customer wrote, whatever it was: `type` is Meta's name of it, `text` its words, where it has some. */
export type HeardWriting = { kind: 'wrote'; messageId: string; contact: Contact; type: string; text: string | null };

/** How far a message of ours got; `tracking` is our own id of it, where Meta gives it back. */
export type HeardStatus = {
  kind: 'messageStatus';
  wamid: string;
  tracking: string | null;
  state: 'sent' | 'delivered' | 'read' | 'failed';
  code: string | null;
};

/** Reads the field `messages`; what means nothing to the desk it passes over by name. */
export function readMessages(
  wabaId: string,
  value: MessagesValue,
  receivedAt: number,
): { heard: HeardMessage[]; passedOver: string[] } {
  const { phone_number_id: id, display_phone_number } = value.metadata;
  const channel = { id, wabaId, number: e164(display_phone_number) };
  const heard: HeardMessage[] = [];
  const passedOver: string[] = [];
  for (const message of value.messages) {
    const at = instantOf(message.timestamp, receivedAt);
    const read = readMessage(message, contactOf(message, value.contacts), at);
    if (typeof read === 'string') passedOver.push(read);
    else heard.push({ key: `message/${message.id}`, channel, at, ...read });
  }
  for (const status of value.statuses) {
    const read = readStatus(status);
    if (typeof read === 'string') passedOver.push(read);
    else
      heard.push({
        key: `message/${status.id}/${status.status}`,
        channel,
        at: instantOf(status.timestamp, receivedAt),
        ...read,
      });
  }
  return { heard, passedOver };
}

/** @returns the name of what is passed over */
function readMessage(message: InboundMessage, contact: Contact, at: number): HeardReply | HeardWriting | string {
  if (contact.bsuid === null && contact.phone === null) return 'message of nobody';
  // "This person has a new number" is WhatsApp's word, not theirs.
  if (message.type === 'system') return 'message system';
  if (message.interactive?.type !== 'call_permission_reply')
    return { kind: 'wrote', messageId: message.id, contact, type: message.type.slice(0, 64), text: wordsOf(message) };
  const reply = message.interactive.call_permission_reply;
  const answer = reply ? toAnswer(reply, at) : null;
  if (!reply || answer === null) return 'permission reply: not understood';
  const source = reply.response_source === 'automatic' ? 'automatic' : 'customer';
  const about = message.context?.id ?? null;
  return { kind: 'replied', messageId: message.id, contact, answer, source, about };
}

function wordsOf({ text, image, video, document, button, interactive, reaction, location }: InboundMessage) {
  const words =
    text?.body ??
    image?.caption ??
    video?.caption ??
    document?.caption ??
    document?.filename ??
    button?.text ??
    interactive?.button_reply?.title ??
    interactive?.list_reply?.title ??
    reaction?.emoji ??
    location?.name ??
    location?.address;
  return words?.slice(0, longestText) || null;
}

/** Longer than Meta lets anybody write (§12.1). */
const longestText = 4096;

/** Without the end of a temporary permission its usual length counts (§4.2). */
function toAnswer({ response, is_permanent, expiration_timestamp }: CallPermissionReply, at: number): Answer | null {
  if (response === 'reject') return { kind: 'declined' };
  if (response !== 'accept') return null;
  if (is_permanent === true) return { kind: 'permanent' };
  return { kind: 'temporary', until: expiration_timestamp === undefined ? at + week : expiration_timestamp * 1000 };
}

const states = { sent: 'sent', delivered: 'delivered', read: 'read', played: 'read', failed: 'failed' } as const;

function readStatus({ id, status, biz_opaque_callback_data, errors }: MessageStatus): HeardStatus | string {
  const tracking = biz_opaque_callback_data ?? null;
  const state = Object.entries(states).find(([word]) => word === status.toLowerCase())?.[1];
  if (state === undefined) return `message status ${status}`;
  return { kind: 'messageStatus', wamid: id, tracking, state, code: codeOf(errors) };
}
