import { type CustomerPage, customerPageSchema } from '../../src/contract/api/customers.ts';
import type { Channel, Customer } from '../../src/contract/desk/words.ts';
import type { CustomerInput } from '../../src/sandbox/customers/customer.ts';
import { silentSdp } from '../../src/sandbox/sdp/canned.ts';
import { meta } from './relay-process.ts';
import type { TestDesk } from './test-desk.ts';
import type { World } from './world.ts';

/** A customer of the sandbox, as the sandbox (`id`, `userId`) and as the desks know them. */
export type Acquaintance = { id: string; userId: string; customer: Customer; channel: Channel };

let people = 0;

/** A customer who has called and hung up, so that the relay knows them. */
export async function acquaintanceOf(
  { sandbox }: World,
  desk: TestDesk,
  habits: Partial<CustomerInput> = {},
  phoneNumberId: string = meta.phoneNumberId,
): Promise<Acquaintance> {
  const phone = `4940${2_000_000 + ++people}`;
  const { id, userId } = await sandbox.addCustomer({ name: 'Ada Example', phone, media: 'none', ...habits });
  const call = await sandbox.placeCall({ customerId: id, phoneNumberId });
  const { customer, channel, callId } = await desk.next('ring');
  await call.hangUp();
  await desk.next('call.over', (record) => record.callId === callId);
  return { id, userId, customer, channel };
}

/** What a desk says to call them; a call of its own each time. */
export function dialOf({ customer, channel }: Acquaintance) {
  const ids = { callId: crypto.randomUUID(), dialId: crypto.randomUUID() };
  return { ...ids, customerId: customer.id, channelId: channel.id, sdp: silentSdp('actpass', '0') };
}

/** Asks them whether they may be called. */
export function askFor(
  desk: TestDesk,
  { customer, channel }: Acquaintance,
  message = '',
  requestId: string = crypto.randomUUID(),
) {
  const request = { requestId, channelId: channel.id, message };
  return desk.api('POST', `/api/customers/${customer.id}/permission-requests`, request);
}

/** What an agent sees of them. */
export async function pageOf(desk: TestDesk, { customer }: Acquaintance): Promise<CustomerPage> {
  return customerPageSchema.parse((await desk.api('GET', `/api/customers/${customer.id}`)).body);
}

/** The messages that the relay gave to Meta. */
export async function sentMessages({ sandbox }: World) {
  return (await sandbox.graphRequests()).filter(({ action }) => action.startsWith('message:'));
}
