import type { Transaction } from 'kysely';
import type { Db } from './database.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** Keeps a signed body as it came. @returns its id */
export async function keepDelivery(db: Db | Trx, body: string, at: number, note: string | null): Promise<number> {
  const { insertId } = await insertDelivery(db, { at, body, note });
  if (insertId === undefined) throw new Error('a delivery got no id');
  return Number(insertId);
}

const insertDelivery = prepare<{ at: number; body: string; note: string | null }>()((db, blank) =>
  db.insertInto('delivery').values({ received_at: blank('at'), body: blank('body'), note: blank('note') }),
);

/** True the first time an event is seen; Meta delivers at least once (§8.3). */
export async function firstTime(trx: Trx, key: string, deliveryId: number): Promise<boolean> {
  const { numAffectedRows = 0n } = await insertEvent(trx, { key, deliveryId });
  return numAffectedRows > 0n;
}

const insertEvent = prepare<{ key: string; deliveryId: number }>()((db, blank) =>
  db
    .insertInto('applied_event')
    .values({ key: blank('key'), delivery_id: blank('deliveryId') })
    .onConflict((conflict) => conflict.doNothing()),
);

/** Forgets bodies, and which events they carried, from before Meta's longest retry. */
export async function forgetDeliveries(db: Db, before: number): Promise<void> {
  const old = db.selectFrom('delivery').select('id').where('received_at', '<', before);
  await db.deleteFrom('applied_event').where('delivery_id', 'in', old).execute();
  await db.deleteFrom('delivery').where('received_at', '<', before).execute();
}
