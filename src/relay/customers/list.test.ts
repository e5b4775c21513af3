import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgentRow, saveAgent } from '../people/agents.ts';
import { meet } from '../store/acquaintances.ts';
import { meetChannel } from '../store/channels.ts';
import { meetCustomer } from '../store/customers.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { pageOfCustomers } from './list.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ringdesk-customers-'));
let db: Db;
let ofAll: AgentRow;
let ofSecond: AgentRow;

async function know(name: string, seenAt: number, channelId = 'first', phone: string | null = null): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { id } = await meetCustomer(trx, { bsuid: `US.${name}`, phone, name, username: null }, seenAt);
    await meet(trx, { channelId, customerId: id }, null, seenAt);
  });
}

beforeAll(async () => {
  db = await openDatabase(dataDir);
  for (const id of ['first', 'second']) await meetChannel(db, { id, wabaId: 'waba', number: null }, 1_800_000);
  const agent = { password: 'a long password', role: 'agent' as const };
  ofAll = (await saveAgent(db, { ...agent, email: 'sari@example.com', channels: 'all' }, 0)).agent;
  ofSecond = (await saveAgent(db, { ...agent, email: 'rafi@example.com', channels: 'second' }, 0)).agent;
  await know('Ada', 100);
  await know('Budi', 300, 'second', '6281255550142');
  await know('Citra', 200);
  await know('Dewi', 200);
  await know('Eka', 200, 'second');
});
afterAll(async () => {
  await db.destroy();
  rmSync(dataDir, { recursive: true });
});

const namesOf = (page: Awaited<ReturnType<typeof pageOfCustomers>>) =>
  page.customers.map(({ customer }) => customer.name);

describe('customers', () => {
  it('are listed last seen first, those of one instant on one page', async () => {
    const first = await pageOfCustomers(db, ofAll, { limit: 2 });
    expect(namesOf(first)[0]).toBe('Budi');
    expect(namesOf(first).slice(1).sort()).toEqual(['Citra', 'Dewi', 'Eka']);
    expect(first.more).toBe(true);
    const second = await pageOfCustomers(db, ofAll, { limit: 2, before: 200 });
    expect([namesOf(second), second.more]).toEqual([['Ada'], false]);
  });

  it('are those of the agent’s numbers', async () => {
    expect(namesOf(await pageOfCustomers(db, ofSecond, { limit: 50 }))).toEqual(['Budi', 'Eka']);
  });

  it('are found by a part of the name, and by the number however it is written', async () => {
    expect(namesOf(await pageOfCustomers(db, ofAll, { limit: 50, search: ' itr' }))).toEqual(['Citra']);
    expect(namesOf(await pageOfCustomers(db, ofAll, { limit: 50, search: '+62 812-5555' }))).toEqual(['Budi']);
    expect(namesOf(await pageOfCustomers(db, ofSecond, { limit: 50, search: 'Ada' }))).toEqual([]);
  });
});
