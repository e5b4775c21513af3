import { randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

export type CustomerRow = Selectable<Tables['customer']>;

/** What a webhook tells about a customer; either key may be missing (Meta calling reference §2.3). */
export type Contact = { bsuid: string | null; phone: string | null; name: string | null; username: string | null };

/** Finds the customer by business-scoped user id first, phone second, or makes one; keeps the newest name. */
export async function meetCustomer(trx: Transaction<Tables>, contact: Contact, at: number): Promise<CustomerRow> {
  const known = await find(trx, contact);
  if (known === undefined) {
    const row = { id: randomUUID(), ...contact, created_at: at, seen_at: at };
    await insertCustomer(trx, row);
    return row;
  }
  const next: CustomerRow = {
    ...known,
    bsuid: known.bsuid ?? contact.bsuid,
    phone: contact.phone ?? known.phone,
    name: contact.name ?? known.name,
    username: contact.username ?? known.username,
  };
  const changed = (['bsuid', 'phone', 'name', 'username'] as const).some((key) => next[key] !== known[key]);
  if (changed) {
    const { bsuid, phone, name, username } = next;
    await trx.updateTable('customer').set({ bsuid, phone, name, username }).where('id', '=', known.id).execute();
  }
  return next;
}

/** A phone that belongs to another business-scoped user id is another person: numbers are handed on. */
async function find(trx: Transaction<Tables>, { bsuid, phone }: Contact): Promise<CustomerRow | undefined> {
  const { rows } = await customersWith(trx, { bsuid, phone });
  const byId = bsuid === null ? undefined : rows.find((row) => row.bsuid === bsuid);
  return byId ?? rows.find((row) => row.phone === phone && (row.bsuid === null || bsuid === null));
}

const customersWith = prepare<Pick<Contact, 'bsuid' | 'phone'>>()((db, blank) =>
  db
    .selectFrom('customer')
    .selectAll()
    .where((eb) => eb.or([eb('bsuid', '=', blank('bsuid')), eb('phone', '=', blank('phone'))])),
);

const insertCustomer = prepare<CustomerRow>()((db, blank) =>
  db.insertInto('customer').values({
    id: blank('id'),
    bsuid: blank('bsuid'),
    phone: blank('phone'),
    name: blank('name'),
    username: blank('username'),
    created_at: blank('created_at'),
    seen_at: blank('seen_at'),
  }),
);
