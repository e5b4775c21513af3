import type { Transaction } from 'kysely';
import { tagKey } from '../../domain/customers/card.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** In the order of the alphabet. */
export async function tagsOf(db: Db | Trx, customerId: string): Promise<string[]> {
  return (await tagsOfEach(db, [customerId])).get(customerId) ?? [];
}

export async function tagsOfEach(db: Db | Trx, customerIds: readonly string[]): Promise<Map<string, string[]>> {
  const tags = new Map<string, string[]>();
  if (customerIds.length === 0) return tags;
  const rows = await db
    .selectFrom('customer_tag')
    .select(['customer_id', 'tag'])
    .where('customer_id', 'in', customerIds)
    .orderBy('key')
    .execute();
  for (const { customer_id, tag } of rows) tags.set(customer_id, [...(tags.get(customer_id) ?? []), tag]);
  return tags;
}

/** These and no others. @param tags each once */
export async function saveTags(trx: Trx, customerId: string, tags: readonly string[]): Promise<void> {
  await trx.deleteFrom('customer_tag').where('customer_id', '=', customerId).execute();
  if (tags.length === 0) return;
  const rows = tags.map((tag) => ({ customer_id: customerId, key: tagKey(tag), tag }));
  await trx.insertInto('customer_tag').values(rows).execute();
}
