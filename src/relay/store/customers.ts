import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { recognise } from '../../domain/customers/identity.ts';
import { joinCustomers } from './join-customers.ts';
import { prepare } from './prepare.ts';
import type { CustomerRow, Tables } from './tables.ts';

type Trx = Transaction<Tables>;

export type { CustomerRow };

/** What a webhook tells about a customer; either key may be missing (Meta calling reference §2.3). */
export type Contact = { bsuid: string | null; phone: string | null; name: string | null; username: string | null };

/** Customers who turned out to be one person: those who are gone, and who stays. */
export type Join = { goneIds: readonly string[]; customer: CustomerRow };

/**
 * Finds the customer by business-scoped user id first, phone second, or makes one; keeps the newest name. Where the contact shows that
 * several customers are one person, they are joined.
 *
 * @param joins gets what was joined, to be told once it is saved
 */
export async function meetCustomer(trx: Trx, contact: Contact, at: number, joins: Join[] = []): Promise<CustomerRow> {
  const { bsuid, phone } = contact;
  const { rows } = await customersWith(trx, { bsuid, phone });
  const known = rows.map((row) => ({ id: row.id, bsuid: row.bsuid, phone: row.phone, createdAt: row.created_at }));
  const { stays, joins: goneIds, losesNumber } = recognise(known, contact);
  if (losesNumber.length > 0) {
    await trx.updateTable('customer').set({ phone: null }).where('id', 'in', losesNumber).execute();
  }
  const found = rows.find(({ id }) => id === stays);
  if (found === undefined) {
    const row = { id: randomUUID(), ...contact, created_at: at, seen_at: at };
    await insertCustomer(trx, row);
    return { ...row, given_name: null, notes: '', assigned_to: null, merged_into: null };
  }
  let kept = found;
  for (const gone of rows.filter(({ id }) => goneIds.includes(id))) kept = await joinCustomers(trx, kept, gone);
  const customer = await learnNames(trx, kept, contact);
  if (goneIds.length > 0) joins.push({ goneIds, customer });
  return customer;
}

async function learnNames(trx: Trx, known: CustomerRow, contact: Contact): Promise<CustomerRow> {
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

const customersWith = prepare<Pick<Contact, 'bsuid' | 'phone'>>()((db, blank) =>
  db
    .selectFrom('customer')
    .selectAll()
    .where((eb) => eb.or([eb('bsuid', '=', blank('bsuid')), eb('phone', '=', blank('phone'))])),
);

type NewRow = Omit<CustomerRow, 'given_name' | 'notes' | 'assigned_to' | 'merged_into'>;

const insertCustomer = prepare<NewRow>()((db, blank) =>
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
