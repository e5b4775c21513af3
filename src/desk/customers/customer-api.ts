import type { z } from 'zod';
import {
  type AskPlan,
  askedSchema,
  askPlanSchema,
  type CustomerPage,
  type CustomersPage,
  colleaguesSchema,
  customerCardSchema,
  customerPageSchema,
  customersPageSchema,
} from '../../contract/api/customers.ts';
import type { AskPlanAsked, CardEdit, CustomersAsked, PermissionAsk } from '../../contract/window/customers.ts';
import { type Answer, queryOf, type RelayRequests } from '../session/relay-requests.ts';

type Requests = Pick<RelayRequests, 'request'>;

export function listCustomers(
  { request }: Requests,
  token: string,
  query: CustomersAsked,
): Promise<Answer<CustomersPage>> {
  return request(customersPageSchema, { method: 'GET', path: `/api/customers?${queryOf(query)}`, token });
}

export function openCustomer({ request }: Requests, token: string, customerId: string): Promise<Answer<CustomerPage>> {
  return request(customerPageSchema, { method: 'GET', path: pathOf(customerId), token });
}

export function editCustomer(
  { request }: Requests,
  token: string,
  { customerId, change }: CardEdit,
): Promise<Answer<z.output<typeof customerCardSchema>>> {
  return request(customerCardSchema, { method: 'PATCH', path: pathOf(customerId), token, body: change });
}

export function listColleagues(
  { request }: Requests,
  token: string,
  customerId: string,
): Promise<Answer<z.output<typeof colleaguesSchema>>> {
  return request(colleaguesSchema, { method: 'GET', path: `${pathOf(customerId)}/colleagues`, token });
}

export function planAsk(
  { request }: Requests,
  token: string,
  { customerId, channelId }: AskPlanAsked,
): Promise<Answer<AskPlan>> {
  const path = `${pathOf(customerId)}/permission-requests?${queryOf({ channelId })}`;
  return request(askPlanSchema, { method: 'GET', path, token });
}

export function askPermission(
  { request }: Requests,
  token: string,
  { customerId, ...body }: PermissionAsk,
): Promise<Answer<z.output<typeof askedSchema>>> {
  return request(askedSchema, { method: 'POST', path: `${pathOf(customerId)}/permission-requests`, token, body });
}

function pathOf(customerId: string): string {
  return `/api/customers/${encodeURIComponent(customerId)}`;
}
