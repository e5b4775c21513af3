import { type RawBuilder, sql } from 'kysely';
import type { CustomersPage } from '../../contract/api/customers.ts';
import { tagKey } from '../../domain/customers/card.ts';
import { toCustomer } from '../calls/facts.ts';
import { type AgentRow, channelsOf } from '../people/agents.ts';
import { tagsOfEach } from '../store/customer-tags.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Db } from '../store/database.ts';
import { anywhere, like, matches } from '../store/history.ts';
import { whoIs } from '../store/join-customers.ts';
import { unreadOf } from '../store/received-messages.ts';

type Query = { search?: string | undefined; tag?: string | undefined; before?: number | undefined; limit: number };

/** One page of the customers of an agent's channels, last seen first. */
export async function pageOfCustomers(
  db: Db,
  agent: AgentRow,
  { search, tag, before, limit }: Query,
): Promise<CustomersPage> {
  const wanted = search?.trim().toLowerCase();
  let found = ofAgent(db, agent).orderBy('seen_at', 'desc').orderBy('id');
  if (wanted) found = found.where(({ or }) => or([...matches(wanted), ...written(wanted)]));
  if (tag) found = found.where(tagged(sql<boolean>`${sql.ref('customer_tag.key')} = ${tagKey(tag)}`));
  const tags = await tagsOfAgent(db, agent);
  const older = before === undefined ? found : found.where('seen_at', '<', before);
  const rows = await older.limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (last === undefined || rows.length <= limit)
    return { customers: await listed(db, agent, page), more: false, tags };
  // Those of the same instant stay on one page, or the next page would skip them.
  const known = new Set(page.map((row) => row.id));
  const same = await found.where('seen_at', '=', last.seen_at).execute();
  const whole = [...page, ...same.filter((row) => !known.has(row.id))];
  const next = await found.where('seen_at', '<', last.seen_at).limit(1).execute();
  return { customers: await listed(db, agent, whole), more: next.length > 0, tags };
}

/** A customer of the agent's channels, also by the id of one who turned out to be them; undefined for all others. */
export async function customerFor(db: Db, agent: AgentRow, id: string): Promise<CustomerRow | undefined> {
  return ofAgent(db, agent)
    .where('id', '=', await whoIs(db, id))
    .executeTakeFirst();
}

function ofAgent(db: Db, agent: AgentRow) {
  const channels = channelsOf(agent);
  const all = db.selectFrom('customer').selectAll('customer').where('merged_into', 'is', null);
  if (channels === null) return all;
  return all.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('acquaintance')
        .select('customer_id')
        .whereRef('customer_id', '=', 'customer.id')
        .where('channel_id', 'in', channels),
    ),
  );
}

async function listed(db: Db, agent: AgentRow, rows: readonly CustomerRow[]): Promise<CustomersPage['customers']> {
  const ids = rows.map(({ id }) => id);
  const tags = await tagsOfEach(db, ids);
  const unread = await unreadOf(db, ids, channelsOf(agent));
  return rows.map((row) => ({
    customer: toCustomer(row),
    seenAt: row.seen_at,
    tags: tags.get(row.id) ?? [],
    unread: unread.get(row.id) ?? 0,
  }));
}

/** What agents wrote about a customer is searched too. */
function written(search: string): RawBuilder<boolean>[] {
  return [like('customer.notes', anywhere(search)), tagged(like('customer_tag.key', anywhere(search)))];
}

function tagged(fits: RawBuilder<boolean>): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from customer_tag where customer_tag.customer_id = customer.id and ${fits})`;
}

/** Every tag that one of the agent's customers has, in the order of the alphabet. */
async function tagsOfAgent(db: Db, agent: AgentRow): Promise<string[]> {
  const theirs = ofAgent(db, agent).clearSelect().select('customer.id');
  const rows = await db
    .selectFrom('customer_tag')
    .select(({ fn }) => ['key', fn.min('tag').as('tag')])
    .where('customer_id', 'in', theirs)
    .groupBy('key')
    .orderBy('key')
    .execute();
  return rows.map(({ tag }) => tag);
}
