import type { Selectable, Transaction } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

export type ChannelRow = Selectable<Tables['channel']>;

/**
 * Finds the channel an event came through, or makes it; learns its number from Meta.
 *
 * @param callLimitMs how long a call may last on a channel that is made now
 */
export async function meetChannel(
  trx: Transaction<Tables> | Db,
  { id, wabaId, number }: { id: string; wabaId: string; number: string | null },
  callLimitMs: number,
): Promise<ChannelRow> {
  const known = await trx.selectFrom('channel').selectAll().where('id', '=', id).executeTakeFirst();
  if (known === undefined) {
    const row = { id, waba_id: wabaId, name: number ?? 'WhatsApp', number, call_limit_ms: callLimitMs };
    const permission_limits = 'production' as const;
    await trx.insertInto('channel').values(row).execute();
    return { ...row, permission_limits, calling_hours: null, calls_outside_hours: 0 };
  }
  if (number === null || known.number === number) return known;
  const name = known.number === null && known.name === 'WhatsApp' ? number : known.name;
  await trx.updateTable('channel').set({ number, name }).where('id', '=', id).execute();
  return { ...known, number, name };
}

/** What is decided for a channel; what is left out stays. */
export type ChannelChange = Partial<
  Pick<ChannelRow, 'call_limit_ms' | 'permission_limits' | 'calling_hours' | 'calls_outside_hours'>
>;

/** @param id of one channel, or `all`. @returns how many there are to change */
export async function changeChannel(db: Db, id: string, columns: ChannelChange): Promise<number> {
  const change = db.updateTable('channel').set(columns);
  const result = await (id === 'all' ? change : change.where('id', '=', id)).executeTakeFirst();
  return Number(result.numUpdatedRows);
}
