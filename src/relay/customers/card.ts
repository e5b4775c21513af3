import type { Colleague, CustomerPage } from '../../contract/api/customers.ts';
import { serves } from '../people/agents.ts';
import { tagsOf } from '../store/customer-tags.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Db } from '../store/database.ts';

/** What agents wrote about a customer, as their colleagues are told it. */
export async function cardOf(db: Db, customer: CustomerRow): Promise<CustomerPage['card']> {
  const { given_name: givenName, notes, assigned_to } = customer;
  const assigned =
    assigned_to === null
      ? undefined
      : await db.selectFrom('agent').select(['id', 'name']).where('id', '=', assigned_to).executeTakeFirst();
  return { givenName, notes, tags: await tagsOf(db, customer.id), assignedTo: assigned ?? null };
}

/** To whom a customer can be assigned: whoever serves a number that had to do with them. By name. */
export async function colleaguesFor(db: Db, customerId: string): Promise<Colleague[]> {
  const met = await db.selectFrom('acquaintance').select('channel_id').where('customer_id', '=', customerId).execute();
  const agents = await db
    .selectFrom('agent')
    .select(['id', 'name', 'channels'])
    .where('disabled', '=', 0)
    .orderBy('name')
    .execute();
  const able = agents.filter((agent) => met.some(({ channel_id }) => serves(agent, channel_id)));
  return able.map(({ id, name }) => ({ id, name }));
}
