import { z } from 'zod';
import {
  messageSentSchema,
  type QuickReplies,
  quickRepliesSchema,
  type TemplatesToSend,
  templatesToSendSchema,
} from '../../contract/api/talk.ts';
import type {
  InvitationAsked,
  ReadAsked,
  TemplateAsked,
  TemplatesAsked,
  TextAsked,
} from '../../contract/window/customers.ts';
import { type Answer, queryOf, type RelayRequests } from '../session/relay-requests.ts';

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

export function listTemplatesToSend(
  { request }: Requests,
  token: string,
  { customerId, ...query }: TemplatesAsked,
): Promise<Answer<TemplatesToSend>> {
  const path = `${pathOf(customerId, 'templates')}?${queryOf(query)}`;
  return request(templatesToSendSchema, { method: 'GET', path, token });
}

export function sendTemplate(
  { request }: Requests,
  token: string,
  { customerId, ...body }: TemplateAsked,
): Promise<Answer<MessageSent>> {
  return request(messageSentSchema, { method: 'POST', path: pathOf(customerId, 'template-messages'), token, body });
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
