import type { z } from 'zod';
import {
  type CreateTemplate,
  createdTemplateSchema,
  type Templates,
  templatesSchema,
} from '../../contract/api/templates.ts';
import type { Answer, RelayRequests } from '../session/relay-requests.ts';

type Requests = Pick<RelayRequests, 'request'>;

export function listTemplates({ request }: Requests, token: string): Promise<Answer<Templates>> {
  return request(templatesSchema, { method: 'GET', path: '/api/templates', token });
}

export function syncTemplates({ request }: Requests, token: string): Promise<Answer<Templates>> {
  return request(templatesSchema, { method: 'POST', path: '/api/templates/sync', token, body: {} });
}

export function createTemplate(
  { request }: Requests,
  token: string,
  body: CreateTemplate,
): Promise<Answer<z.output<typeof createdTemplateSchema>>> {
  return request(createdTemplateSchema, { method: 'POST', path: '/api/templates', token, body });
}
