import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAgent } from '../people/agents.ts';
import { meetChannel } from './channels.ts';
import { meetCustomer } from './customers.ts';
import { type Db, openDatabase } from './database.ts';
import { endedSince, pageOfCalls } from './history.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ringdesk-history-'));
let db: Db;
let agentId: string;
beforeAll(async () => {
  db = await openDatabase(dataDir);
  const agent = { email: 'sari@example.com', password: 'a long password', role: 'agent' as const, channels: 'all' };
  agentId = (await saveAgent(db, agent, 0)).agent.id;
  await meetChannel(db, { id: 'channel', wabaId: 'waba', number: '+13175551399' }, 1_800_000);
});
afterAll(async () => {
  await db.destroy();
  rmSync(dataDir, { recursive: true });
});

let calls = 0;
async function ended(calledAt: number, name: string | null, phone: string | null = null): Promise<string> {
  const id = `call-${++calls}`;
  await db.transaction().execute(async (trx) => {
    const customer = await meetCustomer(trx, { bsuid: `US.${calls}`, phone, name, username: null }, 0);
    const times = {
      called_at: calledAt,
      started_at: null,
      ended_at: calledAt + 5_000,
      duration_seconds: 0,
      due_at: null,
    };
    const end = {
      phase: 'ended',
      agent_id: null,
      outcome: 'missed' as const,
      ended_by: 'customer' as const,
      code: null,
    };
    const call = {
      id,
      wacid: id,
      channel_id: 'channel',
      customer_id: customer.id,
      direction: 'inbound' as const,
      state: '{}',
    };
    await trx
      .insertInto('call')
      .values({ ...call, ...end, ...times })
      .execute();
    const rung = { call_id: id, agent_id: agentId, called_at: calledAt, ended_at: calledAt + 5_000 };
    await trx.insertInto('call_agent').values(rung).execute();
  });
  return id;
}

async function clear(): Promise<void> {
  await db.deleteFrom('call_agent').execute();
  await db.deleteFrom('call').execute();
}

describe('pageOfCalls', () => {
  it('turns its pages over every call once, also those of the same second', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 14 }),
        fc.integer({ min: 1, max: 5 }),
        async (seconds, limit) => {
          await clear();
          const ids: string[] = [];
          for (const second of seconds) ids.push(await ended(second * 1000, 'Ada'));
          const seen: string[] = [];
          for (let before: number | undefined, more = true; more; ) {
            const page = await pageOfCalls(db, agentId, { before, limit });
            seen.push(...page.calls.map((call) => call.callId));
            more = page.more;
            before = page.calls.at(-1)?.calledAt;
          }
          expect([...seen].sort()).toEqual(ids.sort());
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds by any part of a name and by the digits of a number, and takes nothing for a wildcard', async () => {
    await clear();
    await ended(1000, 'Dewi Anggraini', '+6281255500142');
    await ended(2000, '100% Batik_');
    const found = async (search: string) =>
      (await pageOfCalls(db, agentId, { limit: 10, search })).calls.map((call) => call.customer.name);
    expect(await found('angg')).toEqual(['Dewi Anggraini']);
    expect(await found('812-555')).toEqual(['Dewi Anggraini']);
    expect(await found('0% b')).toEqual(['100% Batik_']);
    expect(await found('_')).toEqual(['100% Batik_']);
    expect(await found('x%')).toEqual([]);
  });

  it('tells a desk that was away what ended meanwhile', async () => {
    await clear();
    await ended(1000, 'Early');
    const late = await ended(9000, 'Late');
    expect((await endedSince(db, agentId, 6_000)).map((call) => call.callId)).toEqual([late]);
  });
});
