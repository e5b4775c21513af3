import type { CustomersPage } from '../../contract/api/customers.ts';
import { toCustomer } from '../calls/facts.ts';
import { type AgentRow, channelsOf } from '../people/agents.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Db } from '../store/database.ts';
import { matches } from '../store/history.ts';

type Query = { search?: string | undefined; before?: number | undefined; limit: number };

/** One page of the customers of an agent's channels, last seen first. */
export async function pageOfCustomers(
  db: Db,
  agent: AgentRow,
  { search, before, limit }: Query,
): Promise<CustomersPage> {
  const wanted = search?.trim().toLowerCase();
  let found = ofAgent(db, agent).orderBy('seen_at', 'desc').orderBy('id');
  if (wanted) found = found.where(({ or }) => or(matches(wanted)));
  const older = before === undefined ? found : found.where('seen_at', '<', before);
  const rows = await older.limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (last === undefined || rows.length <= limit) return { customers: page.map(toListed), more: false };
  // Those of the same instant stay on one page, or the next page would skip them.
  const known = new Set(page.map((row) => row.id));
  const same = await found.where('seen_at', '=', last.seen_at).execute();
  const whole = [...page, ...same.filter((row) => !known.has(row.id))];
  const next = await found.where('seen_at', '<', last.seen_at).limit(1).execute();
  return { customers: whole.map(toListed), more: next.length > 0 };
}

/** A customer of the agent's channels; undefined for all others. */
export function customerFor(db: Db, agent: AgentRow, id: string): Promise<CustomerRow | undefined> {
  return ofAgent(db, agent).where('id', '=', id).executeTakeFirst();
}

function ofAgent(db: Db, agent: AgentRow) {
  const channels = channelsOf(agent);
  const all = db.selectFrom('customer').selectAll();
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

function toListed(row: CustomerRow): CustomersPage['customers'][number] {
  return { customer: toCustomer(row), seenAt: row.seen_at };
}
