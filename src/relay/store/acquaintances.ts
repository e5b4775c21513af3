import type { Transaction } from 'kysely';
import type { Db } from './database.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** A customer on a channel: permission, service window and messages are theirs together. */
export type Pair = { channelId: string; customerId: string };

/**
 * There was something between a customer and a channel.
 *
 * @param inTouchAt when it opened the service window; null: it did not. What is known to be later stays. ms
 */
export async function meet(trx: Trx, pair: Pair, inTouchAt: number | null, at: number): Promise<void> {
  await touch(trx, { ...pair, inTouchAt });
  await seen(trx, { customerId: pair.customerId, at });
}

/** That they had to do with each other, and when the service window was opened; what is known to be later stays. */
export const touch = prepare<Pair & { inTouchAt: number | null }>()((db, blank) =>
  db
    .insertInto('acquaintance')
    .values({ customer_id: blank('customerId'), channel_id: blank('channelId'), in_touch_at: blank('inTouchAt') })
    .onConflict((conflict) =>
      conflict
        .columns(['customer_id', 'channel_id'])
        .doUpdateSet({ in_touch_at: (eb) => eb.ref('excluded.in_touch_at') })
        .where((eb) =>
          eb.and([
            eb('excluded.in_touch_at', 'is not', null),
            eb.or([
              eb('acquaintance.in_touch_at', 'is', null),
              eb('excluded.in_touch_at', '>', eb.ref('acquaintance.in_touch_at')),
            ]),
          ]),
        ),
    ),
);

const seen = prepare<{ customerId: string; at: number }>()((db, blank) =>
  db
    .updateTable('customer')
    .set({ seen_at: blank('at') })
    .where('id', '=', blank('customerId'))
    .where('seen_at', '<', blank('at')),
);

/** When the customer was last in touch on a channel; null: never. ms */
export async function inTouchAt(db: Db | Trx, { channelId, customerId }: Pair): Promise<number | null> {
  const row = await db
    .selectFrom('acquaintance')
    .select('in_touch_at')
    .where('customer_id', '=', customerId)
    .where('channel_id', '=', channelId)
    .executeTakeFirst();
  return row?.in_touch_at ?? null;
}
