import type { Transaction } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** Keeps a signed body as it came. @returns its id */
export async function keepDelivery(db: Db | Trx, body: string, at: number, note: string | null): Promise<number> {
  const row = await db
    .insertInto('delivery')
    .values({ received_at: at, body, note })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** True the first time an event is seen; Meta delivers at least once (§8.3). */
export async function firstTime(trx: Trx, key: string, deliveryId: number): Promise<boolean> {
  const result = await trx
    .insertInto('applied_event')
    .values({ key, delivery_id: deliveryId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Forgets bodies, and which events they carried, from before Meta's longest retry. */
export async function forgetDeliveries(db: Db, before: number): Promise<void> {
  const old = db.selectFrom('delivery').select('id').where('received_at', '<', before);
  await db.deleteFrom('applied_event').where('delivery_id', 'in', old).execute();
  await db.deleteFrom('delivery').where('received_at', '<', before).execute();
}
