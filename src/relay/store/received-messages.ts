import type { Selectable, Transaction } from 'kysely';
import type { Pair } from './acquaintances.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;
export type ReceivedMessage = Selectable<Tables['received_message']>;

/** Keeps what a customer wrote, in the transaction of its delivery; said again it changes nothing. */
export async function keepReceived(trx: Trx, message: Omit<ReceivedMessage, 'read_at'>): Promise<void> {
  await trx
    .insertInto('received_message')
    .values({ ...message, read_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** What a customer wrote on a channel, newest first. */
export function messagesFrom(db: Db, { channelId, customerId }: Pair, limit: number): Promise<ReceivedMessage[]> {
  return db
    .selectFrom('received_message')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('channel_id', '=', channelId)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}

/** @param channelIds null for all. @returns those that nobody had read */
export function readNow(
  trx: Trx,
  customerId: string,
  channelIds: readonly string[] | null,
  ids: readonly string[],
  at: number,
): Promise<ReceivedMessage[]> {
  const unread = trx
    .updateTable('received_message')
    .set({ read_at: at })
    .where('customer_id', '=', customerId)
    .where('id', 'in', ids)
    .where('read_at', 'is', null);
  const seen = channelIds === null ? unread : unread.where('channel_id', 'in', channelIds);
  return seen.returningAll().execute();
}

/** How many messages of each customer nobody has read. @param channelIds null for all */
export async function unreadOf(
  db: Db,
  customerIds: readonly string[],
  channelIds: readonly string[] | null,
): Promise<Map<string, number>> {
  if (customerIds.length === 0) return new Map();
  const unread = db
    .selectFrom('received_message')
    .select(['customer_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('read_at', 'is', null)
    .where('customer_id', 'in', customerIds)
    .groupBy('customer_id');
  const seen = channelIds === null ? unread : unread.where('channel_id', 'in', channelIds);
  return new Map((await seen.execute()).map((row) => [row.customer_id, Number(row.count)]));
}

/** How many customers have written and nobody has read it. @param channelIds null for all */
export async function waitingCustomers(db: Db, channelIds: readonly string[] | null): Promise<number> {
  const unread = db
    .selectFrom('received_message')
    .select((eb) => eb.fn.count<number>('customer_id').distinct().as('count'))
    .where('read_at', 'is', null);
  const seen = channelIds === null ? unread : unread.where('channel_id', 'in', channelIds);
  return Number((await seen.executeTakeFirstOrThrow()).count);
}
