import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AgentRow, saveAgent } from '../people/agents.ts';
import { meet } from '../store/acquaintances.ts';
import { meetChannel } from '../store/channels.ts';
import { type CustomerRow, meetCustomer } from '../store/customers.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { keepReceived } from '../store/received-messages.ts';
import { pageOf } from './page.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ringdesk-customer-'));
let db: Db;
let agent: AgentRow;
let customer: CustomerRow;

const write = (id: string, at: number) =>
  db
    .transaction()
    .execute((trx) =>
      keepReceived(trx, { id, channel_id: 'sales', customer_id: customer.id, kind: 'text', body: id, at }),
    );

beforeAll(async () => {
  db = await openDatabase(dataDir);
  await meetChannel(db, { id: 'sales', wabaId: 'waba', number: null }, 1_800_000);
  const { agent: sari } = await saveAgent(
    db,
    { email: 'sari@example.com', password: 'a long password', role: 'agent', channels: 'all' },
    0,
  );
  agent = sari;
  customer = await db.transaction().execute(async (trx) => {
    const ada = await meetCustomer(trx, { bsuid: 'US.1', phone: null, name: 'Ada', username: null }, 0);
    await meet(trx, { channelId: 'sales', customerId: ada.id }, null, 0);
    return ada;
  });
  for (let at = 1; at <= 200; at += 1) await write(`m${at}`, at);
});
afterAll(async () => {
  await db.destroy();
  rmSync(dataDir, { recursive: true });
});

it('has the newest 200 events, and says when there are older ones', async () => {
  const whole = await pageOf(db, agent, customer, 1_000);
  expect([whole.timeline.length, whole.older]).toEqual([200, false]);
  await write('m201', 201);
  const cut = await pageOf(db, agent, customer, 1_000);
  expect([cut.timeline.length, cut.timeline[0]?.key, cut.older]).toEqual([200, 'received/m201', true]);
});
