import { z } from 'zod';
import { availabilityFactSchema } from '../../contract/desk/availability.ts';
import { iceSetupSchema } from '../../contract/desk/ice.ts';
import {
  customerChangedSchema,
  customersChangedSchema,
  permissionAnsweredSchema,
} from '../../contract/desk/permission.ts';
import {
  callRecordSchema,
  deskSyncSchema,
  liveCallSchema,
  ringOverSchema,
  ringSchema,
} from '../../contract/desk/socket.ts';
import { problemSchema } from '../../contract/desk/words.ts';
import type { RelayMessage } from '../state/facts.ts';

/** Reads one message of the relay; null when it is not what the contract says. */
type Reader = (body: unknown) => RelayMessage | null;

function reader<Schema extends z.ZodType>(schema: Schema, name: (body: z.output<Schema>) => RelayMessage): Reader {
  return (body) => {
    const read = schema.safeParse(body);
    return read.success ? name(read.data) : null;
  };
}

export const readers: Record<RelayMessage['name'], Reader> = {
  sync: reader(deskSyncSchema, (body) => ({ name: 'sync', body })),
  ring: reader(ringSchema, (body) => ({ name: 'ring', body })),
  'ring.over': reader(ringOverSchema, (body) => ({ name: 'ring.over', body })),
  call: reader(liveCallSchema, (body) => ({ name: 'call', body })),
  'call.over': reader(callRecordSchema, (body) => ({ name: 'call.over', body })),
  availability: reader(availabilityFactSchema, (body) => ({ name: 'availability', body })),
  ice: reader(iceSetupSchema, (body) => ({ name: 'ice', body })),
  'customer.changed': reader(customerChangedSchema, (body) => ({ name: 'customer.changed', body })),
  'customers.changed': reader(customersChangedSchema, (body) => ({ name: 'customers.changed', body })),
  'permission.answered': reader(permissionAnsweredSchema, (body) => ({ name: 'permission.answered', body })),
  'templates.changed': reader(z.object({}), () => ({ name: 'templates.changed', body: {} })),
  'signed.out': reader(problemSchema, (body) => ({ name: 'signed.out', body })),
};
