import type { Transaction } from 'kysely';
import { joined, type KeptCustomer } from '../../domain/customers/joined.ts';
import { touch } from './acquaintances.ts';
import { saveTags, tagsOf } from './customer-tags.ts';
import type { Db } from './database.ts';
import type { CustomerRow, Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** What happened with a customer, each row for itself. */
export const movedTables = ['call', 'permission_fact', 'sent_message', 'received_message', 'request_answer'] as const;
/** What is kept once for a customer, or for customer and channel: of two rows there must become one. */
export const joinedTables = ['acquaintance', 'customer_tag'] as const;

/**
 * Two customers are one person: everything of the one who goes belongs to the one who stays, and the old id leads there. Belongs into the
 * transaction that showed it.
 */
export async function joinCustomers(trx: Trx, stays: CustomerRow, goes: CustomerRow): Promise<CustomerRow> {
  const both = joined(await keptOf(trx, stays), await keptOf(trx, goes));
  const columns = {
    bsuid: both.bsuid,
    phone: both.phone,
    name: both.name,
    username: both.username,
    seen_at: both.seenAt,
    given_name: both.givenName,
    notes: both.notes,
    assigned_to: both.assignedTo,
  };
  // A user id is unique: it leaves before it arrives.
  const left = { bsuid: null, phone: null, merged_into: stays.id };
  await trx.updateTable('customer').set(left).where('id', '=', goes.id).execute();
  await trx.updateTable('customer').set({ merged_into: stays.id }).where('merged_into', '=', goes.id).execute();
  for (const table of movedTables) {
    await trx.updateTable(table).set({ customer_id: stays.id }).where('customer_id', '=', goes.id).execute();
  }
  const theirs = trx.deleteFrom('acquaintance').where('customer_id', '=', goes.id).returningAll();
  for (const { channel_id: channelId, in_touch_at: inTouchAt } of await theirs.execute()) {
    await touch(trx, { customerId: stays.id, channelId, inTouchAt });
  }
  await saveTags(trx, goes.id, []);
  await saveTags(trx, stays.id, both.tags);
  await trx.updateTable('customer').set(columns).where('id', '=', stays.id).execute();
  return { ...stays, ...columns };
}

async function keptOf(trx: Trx, row: CustomerRow): Promise<KeptCustomer> {
  const { id, bsuid, phone, name, username, notes } = row;
  const tags = await tagsOf(trx, id);
  const keys = { id, bsuid, phone, createdAt: row.created_at, seenAt: row.seen_at };
  return { ...keys, name, username, givenName: row.given_name, notes, tags, assignedTo: row.assigned_to };
}

/** Who an id means: a customer who turned out to be another is that other. */
export async function whoIs(db: Db | Trx, id: string): Promise<string> {
  const row = await db.selectFrom('customer').select('merged_into').where('id', '=', id).executeTakeFirst();
  return row?.merged_into ?? id;
}
