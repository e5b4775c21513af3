import { z } from 'zod';
import { messageSentSchema, type QuickReplies, quickRepliesSchema } from '../../contract/api/talk.ts';
import type { InvitationAsked, ReadAsked, TextAsked } from '../../contract/window/customers.ts';
import type { Answer, RelayRequests } from '../session/relay-requests.ts';

type Requests = Pick<RelayRequests, 'request'>;
type MessageSent = z.output<typeof messageSentSchema>;

export function sendText(
  { request }: Requests,
  token: string,
  { customerId, ...body }: TextAsked,
): Promise<Answer<MessageSent>> {
  return request(messageSentSchema, { method: 'POST', path: pathOf(customerId, 'messages'), token, body });
}

export function inviteToCall(
  { request }: Requests,
  token: string,
  { customerId, ...body }: InvitationAsked,
): Promise<Answer<MessageSent>> {
  return request(messageSentSchema, { method: 'POST', path: pathOf(customerId, 'invitations'), token, body });
}

export function markRead(
  { request }: Requests,
  token: string,
  { customerId, ...body }: ReadAsked,
): Promise<Answer<unknown>> {
  return request(z.unknown(), { method: 'POST', path: pathOf(customerId, 'read'), token, body });
}

export function listQuickReplies({ request }: Requests, token: string): Promise<Answer<QuickReplies>> {
  return request(quickRepliesSchema, { method: 'GET', path: '/api/quick-replies', token });
}

function pathOf(customerId: string, what: string): string {
  return `/api/customers/${encodeURIComponent(customerId)}/${what}`;
}
