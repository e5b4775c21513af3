import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, PermissionFact } from '../../domain/permission/fact.ts';
import type { Standing } from '../../domain/permission/gate.ts';
import { askLives, day } from '../../domain/permission/rules.ts';
import type { Pair } from '../store/acquaintances.ts';
import { meetChannel } from '../store/channels.ts';
import { meetCustomer } from '../store/customers.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { keepMessage } from '../store/sent-messages.ts';
import type { HeardMessage, HeardStatus } from '../webhook/read-messages.ts';
import { factsOf, standingOf } from './facts.ts';
import { applyMessage } from './from-messages.ts';

const channel = { id: 'channel', wabaId: 'waba', number: '+4930555' };
const contact = { bsuid: 'DE.ada', phone: null, name: 'Ada', username: null };
/** When the two requests left. */
const requests = { 'wamid.a': day, 'wamid.b': 3 * day };
type Request = keyof typeof requests;

const dataDir = mkdtempSync(join(tmpdir(), 'ringdesk-from-messages-'));
let db: Db;
let pair: Pair;
beforeAll(async () => {
  db = await openDatabase(dataDir);
  await meetChannel(db, channel, 1_800_000);
  const customer = await db.transaction().execute((trx) => meetCustomer(trx, contact, 0));
  pair = { channelId: channel.id, customerId: customer.id };
});
afterAll(async () => {
  await db.destroy();
  rmSync(dataDir, { recursive: true });
});

type Known = { facts: PermissionFact[]; standing: Standing };

/** What a relay knows at an instant that heard this, in this order, and nothing before. */
function knownAfter(heard: readonly HeardMessage[], now: number): Promise<Known> {
  return db.transaction().execute(async (trx) => {
    for (const table of ['permission_fact', 'sent_message', 'acquaintance'] as const)
      await trx.deleteFrom(table).execute();
    for (const [wamid, sent_at] of Object.entries(requests)) {
      const { channelId: channel_id, customerId: customer_id } = pair;
      const whose = { id: `ours ${wamid}`, wamid, channel_id, customer_id, agent_id: null };
      const what = { purpose: 'permissionRequest', by: 'message', body: null } as const;
      await keepMessage(trx, { ...whose, ...what, sent_at, state: 'sent', state_at: sent_at, code: null });
    }
    for (const one of heard) await applyMessage(trx, one, one.at, []);
    const facts = (await factsOf(trx, pair)).sort((a, b) => a.key.localeCompare(b.key));
    return { facts, standing: await standingOf(trx, pair, now) };
  });
}

const status = (wamid: Request, state: HeardStatus['state'], at: number): HeardMessage => {
  const code = state === 'failed' ? '131026' : null;
  return { key: `message/${wamid}/${state}`, channel, at, kind: 'messageStatus', wamid, tracking: null, state, code };
};

const reply = (messageId: string, answer: Answer, about: Request | null, at: number): HeardMessage => {
  const said = { kind: 'replied', messageId, contact, answer, source: 'customer', about } as const;
  return { key: `message/${messageId}`, channel, at, ...said };
};

const instant = fc.integer({ min: 0, max: 20 * 24 }).map((hours) => (hours * day) / 24);
const wamid = fc.constantFrom<Request>('wamid.a', 'wamid.b');
const states = fc.constantFrom<HeardStatus['state']>('sent', 'delivered', 'read', 'failed');
const answer = fc.oneof(
  instant.map((until): Answer => ({ kind: 'temporary', until })),
  fc.constantFrom<Answer>({ kind: 'permanent' }, { kind: 'declined' }),
);
const replied = fc.constantFrom('wamid.1', 'wamid.2', 'wamid.3');
const heard = fc.uniqueArray(
  fc.oneof(
    fc.tuple(wamid, states, instant).map((told) => status(...told)),
    fc.tuple(replied, answer, fc.option(wamid), instant).map((told) => reply(...told)),
  ),
  { selector: ({ key }) => key, maxLength: 8 },
);

describe('what is heard of requests', () => {
  it('ends the same in whatever order and however often it is heard', async () => {
    const mixed = heard.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }), instant),
    );
    await fc.assert(
      fc.asyncProperty(mixed, async ([all, again, now]) => {
        expect(await knownAfter(again, now)).toEqual(await knownAfter(all, now));
      }),
      { numRuns: 60 },
    );
  });

  it('counts the week from the earliest proof of delivery: reading it later gives nobody more time', async () => {
    const delivered = status('wamid.a', 'delivered', 2 * day);
    const read = status('wamid.a', 'read', 4 * day);
    for (const order of [
      [delivered, read],
      [read, delivered],
      [delivered, read, delivered],
    ]) {
      const { standing } = await knownAfter(order, 5 * day);
      expect(standing.openAsk).toMatchObject({ until: 2 * day + askLives });
    }
    const { standing } = await knownAfter([read], 5 * day);
    expect(standing.openAsk).toMatchObject({ until: 4 * day + askLives });
  });
});
