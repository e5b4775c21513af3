/** `GET /{PNID}/call_permissions`. Meta calling reference §4.6. */
import { callPermissionsQuerySchema } from '../../contract/meta/graph.ts';
import type { Customers } from '../customers/customers.ts';
import { blank, callUsage, mayAsk, permissionAt, requestUsage, type Usage } from '../customers/permission-ledger.ts';
import type { Permissions } from '../customers/permissions.ts';
import { ledgerOf, type PhoneNumber } from '../numbers/phone-number.ts';
import { Refusal } from './refusal.ts';
import type { Answer } from './serve.ts';

const limit = (time_period: string, { used, max, freeAt }: Usage) => ({
  time_period,
  max_allowed: max,
  current_usage: used,
  ...(freeAt === undefined ? {} : { limit_expiration_time: Math.ceil(freeAt / 1000) }),
});

export const permissionLookup =
  (customers: Customers, permissions: Permissions, clock: () => number) =>
  (number: PhoneNumber, query: unknown): Answer => {
    if (number.settings.status !== 'ENABLED') throw new Refusal(138000, 'Calling is not enabled on this number');
    const { user_wa_id, recipient } = callPermissionsQuerySchema.parse(query);
    if (user_wa_id === undefined && recipient === undefined)
      throw new Refusal(100, 'user_wa_id or recipient is required');
    const now = clock();
    const customer = customers.addressed(user_wa_id, recipient);
    const ledger = customer === undefined ? blank : ledgerOf(number, customer.id);
    const permission = permissionAt(ledger, now);
    const asking = requestUsage(ledger, permissions.limits, now);
    const calling = callUsage(ledger, permissions.limits, now);
    return {
      body: {
        messaging_product: 'whatsapp',
        permission: {
          status: permission.kind === 'none' ? 'no_permission' : permission.kind,
          ...(permission.kind === 'temporary' ? { expiration_time: Math.floor(permission.expiresAt / 1000) } : {}),
        },
        actions: [
          {
            action_name: 'send_call_permission_request',
            can_perform_action: customer !== undefined && mayAsk(ledger, permissions.limits, now) === 'allowed',
            limits: [limit('PT24H', asking.day), limit('P7D', asking.week)],
          },
          {
            action_name: 'start_call',
            can_perform_action: permission.kind !== 'none' && calling.freeAt === undefined,
            limits: [limit('PT24H', calling)],
          },
        ],
      },
    };
  };
