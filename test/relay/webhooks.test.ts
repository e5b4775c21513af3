import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { silentSdp } from '../../src/sandbox/sdp/canned.ts';
import { meta, password } from '../support/relay-process.ts';
import { sharedWorld } from '../support/shared-world.ts';
import { TestDesk } from '../support/test-desk.ts';

const { world } = sharedWorld();

const sign = (body: string | Buffer) => `sha256=${createHmac('sha256', meta.appSecret).update(body).digest('hex')}`;
const post = (body: string | Buffer, signature = sign(body)) =>
  fetch(`${world.relay.url}/webhooks/whatsapp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
const kept = () => {
  const db = new Database(join(world.relay.dataDir, 'ringdesk.sqlite'), { readonly: true });
  const row = db.prepare<[], { n: number }>('select count(*) n from delivery').get();
  db.close();
  return row?.n ?? 0;
};

describe('POST /webhooks/whatsapp', () => {
  it('is refused without the right signature, and nothing is kept', async () => {
    const before = kept();
    for (const signature of ['', 'sha256=00', `sha256=${'0'.repeat(64)}`]) {
      const response = await post('{}', signature);
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
    expect(kept()).toBe(before);
  });

  it('keeps whatever JSON is signed', async () => {
    const before = kept();
    const bodies = [
      '{}',
      '[]',
      'null',
      '"text"',
      '{"object":"page"}',
      '{"object":"x","entry":[{"id":"1","changes":[{"field":"calls","value":[]}]}]}',
      '{"entry":"\\u00e5 \\/ \\ud83d\\ude00"}',
    ];
    for (const body of bodies) expect((await post(body)).status).toBe(200);
    expect(kept()).toBe(before + bodies.length);
  });

  it('answers what is not JSON, or too large, with a problem, and logs it', async () => {
    const logged = (words: string) => vi.waitFor(() => expect(world.relay.log.join()).toContain(words));
    const malformed = await post('{"object":');
    expect(malformed.status).toBe(400);
    expect(await malformed.json()).toMatchObject({ status: 400, code: 'json' });
    await logged('Webhook refused: signed, but not JSON');
    const large = await post(Buffer.alloc(3 * 1024 * 1024 + 1, 0x20));
    expect(large.status).toBe(413);
    await logged('Webhook refused: larger than Meta sends');
    expect((await post(Buffer.concat([Buffer.from('{}'), Buffer.alloc(3 * 1024 * 1024 - 2, 0x20)]))).status).toBe(200);
    expect((await post(Buffer.from([0xff, 0xfe, 0x00]))).status).toBe(400);
  });
});

describe('GET /webhooks/whatsapp', () => {
  it('passes Meta’s handshake, with our verify token only', async () => {
    expect(await world.sandbox.verifyWebhook()).toEqual({ status: 'verified' });
    const wrong = `${world.relay.url}/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong`;
    expect((await fetch(wrong)).status).toBe(403);
  });
});

describe('Meta’s nasty deliveries', () => {
  let desk: TestDesk;
  let customers = 0;
  beforeAll(async () => {
    desk = await TestDesk.open(world.relay.url, await world.relay.addAgent('Sari'));
  });
  afterAll(() => desk.close());
  const customer = () =>
    world.sandbox.addCustomer({ name: 'Ada Åkesson / Söhne', phone: `49307000${100 + ++customers}`, media: 'none' });

  it('come twice and count once', async () => {
    await world.sandbox.mischief({ kind: 'duplicate' });
    const { id } = await customer();
    const call = await world.sandbox.placeCall({ customerId: id });
    const ring = await desk.next('ring');
    expect(ring.customer.name).toBe('Ada Åkesson / Söhne');
    await world.sandbox.mischief({ kind: 'duplicate' });
    await call.hangUp();
    expect(await desk.next('call.over')).toMatchObject({ callId: ring.callId, outcome: 'missed' });
    expect(desk.heard.filter((one) => one.fact === 'ring' || one.fact === 'call.over')).toEqual([]);
  });

  it('may bring the end before the beginning: nobody rings', async () => {
    await world.sandbox.mischief({ kind: 'terminateBeforeConnect' });
    const { id } = await customer();
    const call = await world.sandbox.placeCall({ customerId: id });
    await call.hangUp();
    await call.waitFor('ended');
    await world.sandbox.flushWebhooks();
    expect(desk.heard.filter((one) => one.fact === 'ring')).toEqual([]);
  });

  it('may be older than a minute: recorded as missed, nobody rings', async () => {
    await world.sandbox.mischief({ kind: 'staleConnect', seconds: 120 });
    const { id } = await customer();
    const call = await world.sandbox.placeCall({ customerId: id });
    await call.hangUp();
    await call.waitFor('ended');
    const db = new Database(join(world.relay.dataDir, 'ringdesk.sqlite'), { readonly: true });
    const recorded = db.prepare('select outcome, code from call where wacid = ?');
    await vi.waitFor(() => expect(recorded.get(call.id)).toEqual({ outcome: 'missed', code: 'stale' }));
    db.close();
    expect(desk.heard.filter((one) => one.fact === 'ring')).toEqual([]);
  });
});

describe('the webhooks of one call, each twice and in any order', () => {
  const body = (wacid: string, event: object) =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: meta.wabaId,
          changes: [
            {
              field: 'calls',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '6281355501399', phone_number_id: meta.phoneNumberId },
                contacts: [{ profile: { name: 'Ada' }, wa_id: '4915110000000', user_id: 'DE.77' }],
                calls: [{ id: wacid, from: '4915110000000', direction: 'USER_INITIATED', ...event }],
              },
            },
          ],
        },
      ],
    });
  const now = Math.floor(Date.now() / 1000);
  const connect = {
    event: 'connect',
    timestamp: String(now),
    session: { sdp_type: 'offer', sdp: silentSdp('actpass', 'audio') },
  };
  const end = { event: 'terminate', timestamp: String(now + 9), status: 'COMPLETED' };
  const failed = { event: 'terminate', timestamp: String(now + 9), status: 'FAILED', errors: [{ code: 138021 }] };
  const orders = [
    ['connect', 'connect', 'terminate', 'terminate'],
    ['connect', 'terminate', 'connect', 'terminate'],
    ['connect', 'terminate', 'terminate', 'connect'],
    ['terminate', 'connect', 'connect', 'terminate'],
    ['terminate', 'connect', 'terminate', 'connect'],
    ['terminate', 'terminate', 'connect', 'connect'],
  ];

  it.each([
    ['missed', end, { outcome: 'missed', ended_by: 'customer', code: null }],
    ['disconnected', failed, { outcome: 'disconnected', ended_by: 'meta', code: '138021' }],
  ])('leave the same call behind: %s', async (_, terminate, expected) => {
    const desk = await TestDesk.open(world.relay.url, await world.relay.addAgent('Nadia'));
    const rows: unknown[] = [];
    for (const order of orders) {
      const wacid = `wacid.${crypto.randomUUID()}`;
      for (const event of order)
        expect((await post(body(wacid, event === 'connect' ? connect : terminate))).status).toBe(200);
      const db = new Database(join(world.relay.dataDir, 'ringdesk.sqlite'), { readonly: true });
      const columns = 'phase, outcome, ended_by, code, agent_id, called_at, started_at, duration_seconds, due_at';
      rows.push(db.prepare(`select ${columns} from call where wacid = ?`).get(wacid));
      db.close();
    }
    const always = {
      phase: 'ended',
      agent_id: null,
      called_at: now * 1000,
      started_at: null,
      duration_seconds: 0,
      due_at: null,
    };
    expect(rows).toEqual(orders.map(() => ({ ...always, ...expected })));
    desk.close();
  });
});

describe('sign-in', () => {
  const signIn = (body: unknown) =>
    fetch(`${world.relay.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('says in words what is wrong', async () => {
    const wrong = await signIn({ email: 'sari@example.com', password: 'wrong' });
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({
      code: 'credentials',
      title: 'This e-mail and password do not belong together.',
    });
    const incomplete = await signIn({ email: 'not an address' });
    expect(await incomplete.json()).toMatchObject({ code: 'input', errors: [{ path: 'email' }, { path: 'password' }] });
  });

  it('ends when it is revoked, at the live desk too', async () => {
    const email = await world.relay.addAgent('Dewi');
    const session = await (await signIn({ email, password })).json();
    const desk = new TestDesk(world.relay.url, session.token);
    await desk.next('sync');
    const authorization = `Bearer ${session.token}`;
    expect((await fetch(`${world.relay.url}/api/calls`, { headers: { authorization } })).status).toBe(200);
    await fetch(`${world.relay.url}/api/session`, { method: 'DELETE', headers: { authorization } });
    expect(await desk.next('signed.out')).toMatchObject({ code: 'token' });
    expect((await fetch(`${world.relay.url}/api/calls`, { headers: { authorization } })).status).toBe(401);
    desk.close();
  });

  it('is limited for one address', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++)
      statuses.push((await signIn({ email: 'rafa@example.com', password: 'no' })).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});
