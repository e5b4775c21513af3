import {
  type CallStatus,
  type CallsValue,
  callDirection,
  callErrors,
  callsValueSchema,
  type CallEvent as MetaCallEvent,
  messagesValueSchema,
  metaWebhookSchema,
} from '../../contract/meta/webhook.ts';
import type { CallCode } from '../../domain/calls/code.ts';
import type { Contact } from '../store/customers.ts';
import { codeOf, contactOf, e164, instantOf, millis } from './read-common.ts';
import { type HeardMessage, readMessages } from './read-messages.ts';
import { type HeardTemplate, isTemplateField, readTemplateNews, type TemplateField } from './read-templates.ts';

/** One event of a call, as Meta told it. */
export type Heard = {
  /** By this an event is known again: Meta delivers at least once (§8.3). */
  key: string;
  wacid: string;
  channel: { id: string; wabaId: string; number: string | null };
} & (HeardConnect | HeardEnd | HeardOfOurs);

/** A customer calls. */
export type HeardConnect = {
  kind: 'connect';
  contact: Contact;
  /** Meta's clock, ms. */
  timestamp: number;
  offer: string;
  /** What the button or the link carried by which they called (§6). */
  payload: string | null;
};

/** A call is over, in whichever direction. */
export type HeardEnd = {
  kind: 'terminate';
  direction: 'inbound' | 'outbound';
  contact: Contact;
  tracking: string | null;
  startedAt: number | null;
  endedAt: number | null;
  durationSeconds: number | null;
  code: CallCode | null;
};

/** News of a call that the company made (§3.3); `tracking` is our own id of it, where Meta gives it back. */
export type HeardOfOurs =
  | { kind: 'metaAnswer'; tracking: string | null; sdp: string }
  | { kind: 'status'; tracking: string | null; status: 'ringing' | 'accepted' | 'rejected' };

/** What was in a delivery; `passedOver` names what is kept but means nothing to the desk yet. */
export type Reading = { heard: Heard[]; messages: HeardMessage[]; templates: HeardTemplate[]; passedOver: string[] };

/** Reads whatever Meta may post; what it does not know it passes over by name. */
export function readDelivery(json: unknown, receivedAt: number): Reading {
  const envelope = metaWebhookSchema.safeParse(json);
  if (!envelope.success) return { heard: [], messages: [], templates: [], passedOver: ['envelope'] };
  const reading: Reading = { heard: [], messages: [], templates: [], passedOver: [] };
  if (holes(json, envelope.data)) reading.passedOver.push('entry or change: not understood');
  for (const { id: wabaId = '', time, changes } of envelope.data.entry) {
    for (const { field, value } of changes) {
      if (field === 'calls') readCallsField(wabaId, value, receivedAt, reading);
      else if (field === 'messages') readMessagesField(wabaId, value, receivedAt, reading);
      else if (isTemplateField(field)) readTemplateField(field, value, wabaId, instantOf(time, receivedAt), reading);
      else reading.passedOver.push(field);
    }
  }
  return reading;
}

function readCallsField(wabaId: string, value: unknown, receivedAt: number, reading: Reading): void {
  const calls = callsValueSchema.safeParse(value);
  if (!calls.success) {
    reading.passedOver.push('calls: not understood');
    return;
  }
  if (lost(value, 'calls', calls.data.calls)) reading.passedOver.push('call: not understood');
  readCalls(wabaId, calls.data, receivedAt, reading);
}

function readMessagesField(wabaId: string, value: unknown, receivedAt: number, reading: Reading): void {
  const messages = messagesValueSchema.safeParse(value);
  if (!messages.success) {
    reading.passedOver.push('messages: not understood');
    return;
  }
  if (lost(value, 'messages', messages.data.messages)) reading.passedOver.push('message: not understood');
  if (lost(value, 'statuses', messages.data.statuses)) reading.passedOver.push('message status: not understood');
  const read = readMessages(wabaId, messages.data, receivedAt);
  reading.messages.push(...read.heard);
  reading.passedOver.push(...read.passedOver);
}

function readTemplateField(name: TemplateField, value: unknown, wabaId: string, at: number, reading: Reading): void {
  const heard = readTemplateNews(name, value, wabaId, at);
  if (heard === null) reading.passedOver.push(`${name}: not understood`);
  else reading.templates.push(heard);
}

function readCalls(wabaId: string, value: CallsValue, receivedAt: number, reading: Reading): void {
  const { phone_number_id: id, display_phone_number } = value.metadata;
  const channel = { id, wabaId, number: e164(display_phone_number) };
  for (const status of value.statuses) readStatus(status, channel, reading);
  if (value.calls.length === 0 && value.errors.length > 0) reading.passedOver.push(`error ${value.errors[0]?.code}`);
  for (const call of value.calls) {
    const heard = readCall(call, value, receivedAt);
    if (typeof heard === 'string') reading.passedOver.push(heard);
    else reading.heard.push({ key: `${call.id}/${call.event}`, wacid: call.id, channel, ...heard });
  }
}

/** @returns the name of what is passed over */
function readCall(
  call: MetaCallEvent,
  value: CallsValue,
  receivedAt: number,
): HeardConnect | HeardEnd | HeardOfOurs | string {
  const outbound = callDirection(call) === 'BUSINESS_INITIATED';
  const tracking = call.biz_opaque_callback_data ?? null;
  if (call.event === 'terminate') {
    return {
      kind: 'terminate',
      direction: outbound ? 'outbound' : 'inbound',
      contact: contactOf(call, value.contacts),
      tracking,
      startedAt: millis(call.start_time),
      endedAt: millis(call.end_time),
      durationSeconds: call.duration ?? null,
      code: codeOf(callErrors(value, call)),
    };
  }
  if (call.event !== 'connect') return `call ${call.event}`;
  const sdp = call.session?.sdp;
  if (sdp === undefined) return 'connect without SDP';
  if (outbound) return { kind: 'metaAnswer', tracking, sdp };
  const contact = contactOf(call, value.contacts);
  const payload = call.cta_payload ?? call.deeplink_payload ?? null;
  return { kind: 'connect', contact, timestamp: millis(call.timestamp) ?? receivedAt, offer: sdp, payload };
}

const statuses = { RINGING: 'ringing', ACCEPTED: 'accepted', REJECTED: 'rejected' } as const;

function readStatus(read: CallStatus, channel: Heard['channel'], reading: Reading): void {
  const word = read.status.toUpperCase();
  if (word !== 'RINGING' && word !== 'ACCEPTED' && word !== 'REJECTED') {
    reading.passedOver.push(`status ${read.status}`);
    return;
  }
  const tracking = read.biz_opaque_callback_data ?? null;
  reading.heard.push({
    key: `${read.id}/${word}`,
    wacid: read.id,
    channel,
    kind: 'status',
    tracking,
    status: statuses[word],
  });
}

/** Whether there was a list with something in it that could not be read, or something that is no list. */
function lost(value: unknown, name: string, read: readonly unknown[]): boolean {
  const list = field(value, name);
  return list !== undefined && (!Array.isArray(list) || list.length > read.length);
}

/** Whether an entry or a change was passed over because it made no sense. */
function holes(json: unknown, read: { entry: readonly { changes: readonly unknown[] }[] }): boolean {
  const entries = field(json, 'entry');
  if (!Array.isArray(entries)) return true;
  const changes = entries.map((entry) => field(entry, 'changes'));
  if (!changes.every((list) => Array.isArray(list))) return true;
  return changes.flat().length > read.entry.reduce((sum, entry) => sum + entry.changes.length, 0);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
