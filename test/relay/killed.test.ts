import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import type { SandboxCall } from '../../src/sandbox/client.ts';
import { AutoDesk } from '../support/auto-desk.ts';
import { startWorld } from '../support/world.ts';

const kills = 100;
/** Each has a relay of its own; side by side, for a start mostly waits. */
const seeds = [20_261_121, 20_261_122];

/** Random numbers in [0, 1) that are the same in every run (mulberry32). */
function seeded(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What the relay wrote down about a call, for when it went wrong. */
function story(dataDir: string, wacid: string): string {
  const db = new Database(join(dataDir, 'ringdesk.sqlite'), { readonly: true });
  const rows = db
    .prepare(
      'select at, event, call_log.phase, due_at from call_log join call on call.id = call_log.call_id where wacid = ? order by call_log.id',
    )
    .all(wacid);
  const actions = db.prepare('select action, graph_action.status, attempts from graph_action').all();
  db.close();
  return [...rows, 'still to ask:', ...actions].map((row) => JSON.stringify(row)).join('\n');
}

/** Waits until the call is over; a conversation that no agent ends is ended by the customer. */
async function bringToItsEnd(call: SandboxCall): Promise<void> {
  const ended = call.waitFor('ended', { timeoutMs: 30_000 });
  const active = call.waitFor('active', { timeoutMs: 30_000 }).then(
    () => call.waitFor('ended', { timeoutMs: 300 }).catch(() => call.hangUp()),
    () => call.state(),
  );
  await Promise.race([ended, active]);
  await ended;
}

it.concurrent.each(seeds)(
  `loses nothing and does nothing twice when it is killed ${kills / seeds.length} times at random points of a call, seed %d`,
  {
    timeout: 600_000,
  },
  async (seed) => {
    const random = seeded(seed);
    const world = await startWorld();
    const agents: AutoDesk[] = [];
    try {
      for (const name of ['Sari', 'Dewi', 'Rafa']) {
        const email = await world.relay.addAgent(name);
        const habits = { declines: () => random() < 0.15, hangsUp: () => random() < 0.6 };
        agents.push(await AutoDesk.open(world.relay.url, email, habits));
      }
      const { id: customerId } = await world.sandbox.addCustomer({ name: 'Ada', phone: '493012345678', media: 'none' });
      const placed: string[] = [];
      for (let round = 0; round < kills / seeds.length; round++) {
        const call = await world.sandbox.placeCall({ customerId });
        placed.push(call.id);
        await wait(Math.floor(random() * 60));
        await world.relay.kill();
        await world.relay.start(world.graphUrl);
        try {
          await bringToItsEnd(call);
        } catch (error) {
          const deliveries = JSON.stringify(await world.sandbox.deliveries(call.id));
          throw new Error(`round ${round}: ${error}\n${story(world.relay.dataDir, call.id)}\n${deliveries}`);
        }
      }

      const db = new Database(join(world.relay.dataDir, 'ringdesk.sqlite'), { readonly: true });
      await vi.waitFor(
        () => expect(db.prepare(`select count(*) n from call where phase <> 'ended'`).get()).toEqual({ n: 0 }),
        30_000,
      );
      await vi.waitFor(() => expect(db.prepare('select count(*) n from graph_action').get()).toEqual({ n: 0 }), 30_000);

      const calls = db.prepare<[], { wacid: string; outcome: string | null }>('select wacid, outcome from call').all();
      expect(calls.map((call) => call.wacid).sort()).toEqual([...placed].sort());
      expect(calls.filter((call) => call.outcome === null)).toEqual([]);

      // Each call became ended once: the log has the first such row, and later rows only repeat it.
      const endings = db
        .prepare<[], { n: number }>(
          `select count(*) n from call_log later join call_log earlier on earlier.call_id = later.call_id and earlier.id < later.id
         where earlier.phase = 'ended' and later.phase <> 'ended'`,
        )
        .get();
      expect(endings).toEqual({ n: 0 });
      db.close();

      for (const wacid of placed) {
        const applied = (await world.sandbox.call(wacid).graphRequests()).filter((request) => request.applied);
        const actions = applied.map((request) => request.action);
        expect(new Set(actions).size, `${wacid}: ${actions.join(', ')}`).toBe(actions.length);
      }
    } finally {
      for (const { desk } of agents) desk.close();
      await world.end();
    }
  },
);
