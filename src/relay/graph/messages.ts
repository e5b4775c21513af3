import { type MessageRequest, messageResponseSchema } from '../../contract/meta/graph-messages.ts';
import type { AskTemplate } from '../../domain/permission/template.ts';
import type { SendableTemplate, Values } from '../../domain/templates/sendable.ts';
import { isNumber, oneLine, variablesOf } from '../../domain/templates/variables.ts';
import type { Address } from '../store/graph-actions.ts';
import { addressed, type GraphClient, type GraphRefusal, type GraphSilence } from './client.ts';

export type Sent = { status: 'sent'; wamid: string } | GraphRefusal | GraphSilence;

/** As a log may have it: Meta's id of a message holds the customer's number, and its own words may name them. */
export function forLog(sent: Sent): Record<string, unknown> {
  if (sent.status === 'sent') return { status: sent.status };
  const { details: _, ...line } = { details: null, ...sent };
  return line;
}

/** What a message says, apart from whom it is for. */
export type MessageContent =
  | Pick<Extract<MessageRequest, { type: 'text' }>, 'type' | 'text'>
  | Pick<Extract<MessageRequest, { type: 'interactive' }>, 'type' | 'interactive'>
  | Pick<Extract<MessageRequest, { type: 'template' }>, 'type' | 'template'>;

/**
 * `POST /{phone number id}/messages` (Meta calling reference §12.1). Sent means taken by Meta, not delivered.
 *
 * @param tracking our own id of the message, which comes back in its statuses, also when the answer to this request is lost
 */
export async function sendMessage(
  graph: GraphClient,
  { channelId, to, tracking, content }: { channelId: string; to: Address; tracking: string; content: MessageContent },
): Promise<Sent> {
  const answer = await graph.post(`/${encodeURIComponent(channelId)}/messages`, {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...addressed(to),
    ...content,
    biz_opaque_callback_data: tracking,
  });
  if (answer.status !== 'answered') return answer;
  const wamid = messageResponseSchema.safeParse(answer.json).data?.messages[0]?.id;
  return wamid === undefined ? { status: 'unknown', reason: 'messages not understood' } : { status: 'sent', wamid };
}

/** Asks for permission to call inside the service window (§4.3). */
export function askFreely(message: string | null): MessageContent {
  const body = message === null ? {} : { body: { text: message } };
  const action = { name: 'call_permission_request' as const };
  return { type: 'interactive', interactive: { type: 'call_permission_request', action, ...body } };
}

/** Asks for permission to call by a template (§4.4); its one word is what the agent says. */
export function askByTemplate(template: AskTemplate, message: string | null): MessageContent {
  const body = Object.fromEntries(variablesOf(template.body).map((name) => [name, message ?? '']));
  return byTemplate({ ...template, header: null }, { header: {}, body });
}

/**
 * A template with its words (§12.6).
 *
 * @param button of an invitation to call, see {@link callButton} (§6.2)
 */
export function byTemplate(
  { name, language, header, body }: Pick<SendableTemplate, 'name' | 'language' | 'header' | 'body'>,
  values: Values,
  button: { minutes: number; payload: string } | null = null,
): MessageContent {
  const components = [
    ...filledPart('header', header ?? '', values.header),
    ...filledPart('body', body, values.body),
    ...(button === null ? [] : [buttonPart(button)]),
  ];
  const filled = components.length === 0 ? {} : { components };
  return { type: 'template', template: { name, language: { code: language }, ...filled } };
}

/** Numbers are told apart by their order, names by name. */
function filledPart(type: 'header' | 'body', text: string, values: Values['body']) {
  const names = variablesOf(text);
  if (names.length === 0) return [];
  const parameters = names
    .toSorted((a, b) => (isNumber(a) && isNumber(b) ? Number(a) - Number(b) : 0))
    .map((name) => ({
      type: 'text',
      ...(isNumber(name) ? {} : { parameter_name: name }),
      text: oneLine(values[name] ?? ''),
    }));
  return [{ type, parameters }];
}

function buttonPart({ minutes, payload }: { minutes: number; payload: string }) {
  const parameters = [
    { type: 'ttl_minutes', ttl_minutes: minutes },
    { type: 'payload', payload },
  ];
  return { type: 'button', sub_type: 'voice_call', parameters };
}

/** A text, inside the service window (§12.1). */
export function plainText(body: string): MessageContent {
  return { type: 'text', text: { body } };
}

/**
 * A button with which the customer calls, inside the service window (§6.1).
 *
 * @param invitation `minutes`: how long the button is good for; `payload` comes back with the call
 */
export function callButton(invitation: {
  text: string;
  button: string;
  minutes: number;
  payload: string;
}): MessageContent {
  const { text, button: display_text, minutes: ttl_minutes, payload } = invitation;
  const action = { name: 'voice_call' as const, parameters: { display_text, ttl_minutes, payload } };
  return { type: 'interactive', interactive: { type: 'voice_call', body: { text }, action } };
}

/** Tells the customer that a message of theirs, and all before it, was read (§12.3). Nothing depends on it. */
export async function sendReadReceipt(graph: GraphClient, channelId: string, messageId: string): Promise<void> {
  const receipt = { messaging_product: 'whatsapp', status: 'read', message_id: messageId };
  await graph.post(`/${encodeURIComponent(channelId)}/messages`, receipt);
}
