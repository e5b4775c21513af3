import { z } from 'zod';
import {
  askPlanAskedSchema,
  cardEditSchema,
  customerRefSchema,
  customersAskedSchema,
  invitationAskedSchema,
  permissionAskSchema,
  readAskedSchema,
  templateAskedSchema,
  templatesAskedSchema,
  textAskedSchema,
} from '../../../src/contract/window/customers.ts';
import type { Customers } from '../../../src/desk/customers/customers.ts';
import type { Ipc } from './ipc.ts';
import { told } from './told.ts';

/** What the window asks about customers is asked of the relay; its sentences reach the person. */
export function setupCustomerMessages(ipc: Ipc, customers: Customers): void {
  ipc.handle('customers:list', 'softphone', customersAskedSchema, (query) => told(customers.list(query)));
  ipc.handle('customers:open', 'softphone', customerRefSchema, ({ customerId }) => told(customers.open(customerId)));
  ipc.handle('customers:edit', 'softphone', cardEditSchema, async (edit) => {
    await told(customers.edit(edit));
    return null;
  });
  ipc.handle('customers:colleagues', 'softphone', customerRefSchema, ({ customerId }) =>
    told(customers.colleagues(customerId)),
  );
  ipc.handle('customers:planAsk', 'softphone', askPlanAskedSchema, (asked) => told(customers.planAsk(asked)));
  ipc.handle('customers:ask', 'softphone', permissionAskSchema, async (asked) => {
    await told(customers.ask(asked));
    return null;
  });
  ipc.handle('customers:text', 'softphone', textAskedSchema, async (asked) => {
    await told(customers.text(asked));
    return null;
  });
  ipc.handle('customers:invite', 'softphone', invitationAskedSchema, async (asked) => {
    await told(customers.invite(asked));
    return null;
  });
  ipc.handle('customers:templates', 'softphone', templatesAskedSchema, (asked) => told(customers.templates(asked)));
  ipc.handle('customers:template', 'softphone', templateAskedSchema, async (asked) => {
    await told(customers.template(asked));
    return null;
  });
  ipc.handle('customers:read', 'softphone', readAskedSchema, async (asked) => {
    await told(customers.markRead(asked));
    return null;
  });
  ipc.handle('customers:quickReplies', 'softphone', z.null(), () => told(customers.quickReplies()));
}
