import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Customer } from '../../src/contract/desk/words.ts';
import type { CustomerInput } from '../../src/sandbox/customers/customer.ts';
import { silentSdp } from '../../src/sandbox/sdp/canned.ts';
import { meta } from '../support/relay-process.ts';
import { TestDesk } from '../support/test-desk.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
const desks: TestDesk[] = [];
let people = 0;

beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) desk.close();
  await world.sandbox.clearGraphFaults();
});
afterAll(() => world.end());

async function seat(name: string): Promise<TestDesk> {
  const email = await world.relay.addAgent(`${name}.${++people}`);
  const desk = await TestDesk.open(world.relay.url, email);
  desks.push(desk);
  return desk;
}

type Acquaintance = { id: string; userId: string; customer: Customer; channel: Channel };

/** A customer who has called and hung up, so that the relay knows them. */
async function acquaintance(desk: TestDesk, habits: Partial<CustomerInput> = {}): Promise<Acquaintance> {
  const phone = `4940${2_000_000 + ++people}`;
  const { id, userId } = await world.sandbox.addCustomer({ name: 'Ada Example', phone, media: 'none', ...habits });
  const call = await world.sandbox.placeCall({ customerId: id });
  const { customer, channel, callId } = await desk.next('ring');
  await call.hangUp();
  await desk.next('call.over', (record) => record.callId === callId);
  return { id, userId, customer, channel };
}

const dialOf = ({ customer, channel }: Acquaintance) => {
  const ids = { callId: crypto.randomUUID(), dialId: crypto.randomUUID() };
  return { ...ids, customerId: customer.id, channelId: channel.id, sdp: silentSdp('actpass', '0') };
};

/** Meta cannot be asked what it holds: only what the webhooks told counts. */
const withoutLooking = () =>
  world.sandbox.failGraph({ kind: 'error', action: 'call_permissions', code: 131000, times: 100 });

/** A customer's word on being called, as Meta posts it. */
function reply(to: Acquaintance, id: string, secondsAgo: number, said: Record<string, unknown>) {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '13175551399', phone_number_id: meta.phoneNumberId },
    contacts: [{ profile: { name: 'Ada Example' }, user_id: to.userId }],
    messages: [
      {
        from_user_id: to.userId,
        id,
        timestamp: String(Math.floor(Date.now() / 1000) - secondsAgo),
        type: 'interactive',
        interactive: {
          type: 'call_permission_reply',
          call_permission_reply: { response_source: 'user_action', ...said },
        },
      },
    ],
  };
}
const allowed = { response: 'accept', is_permanent: true };
const declined = { response: 'reject' };

/** What became of a webhook is known once it was answered. */
async function tell(value: ReturnType<typeof reply>): Promise<void> {
  await world.sandbox.deliver('messages', value);
  await expect
    .poll(async () => (await world.sandbox.deliveries()).every(({ state }) => state === 'delivered'))
    .toBe(true);
}

describe('what customers say about being called', () => {
  it('holds in whatever order and however often it is delivered', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk, { onCall: { kind: 'rejects', afterMs: 0 } });
    await withoutLooking();
    const no = reply(known, `wamid.no.${known.id}`, 20, declined);
    const yes = reply(known, `wamid.yes.${known.id}`, 10, allowed);
    await tell(yes);
    await tell(no);
    await tell(yes);
    await world.sandbox.setPermission(known.id, 'permanent');
    expect(await desk.ask('dial', dialOf(known))).toEqual({ ok: true });
    await desk.next('call.over');
    await tell(reply(known, `wamid.later.${known.id}`, 0, declined));
    await tell(yes);
    expect(await desk.ask('dial', dialOf(known))).toMatchObject({
      ok: false,
      problem: {
        code: 'dial.noPermission',
        sentence: 'The customer has taken back the permission to call. Ask for permission, and call once it is given.',
      },
    });
  });

  it('survives the relay', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk, { onCall: { kind: 'rejects', afterMs: 0 } });
    await world.sandbox.setPermission(known.id, 'permanent');
    await tell(reply(known, `wamid.${known.id}`, 1, allowed));
    await world.relay.kill();
    await world.relay.start(world.graphUrl);
    await desk.next('sync');
    await withoutLooking();
    expect(await desk.ask('dial', dialOf(known))).toEqual({ ok: true });
    await desk.next('call.over');
  });
});

describe('calls that are not picked up', () => {
  it('are counted; the fourth needs a reason and takes the permission away', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk, { onCall: { kind: 'rejects', afterMs: 0 } });
    await world.sandbox.setPermission(known.id, 'permanent', true);
    for (let strike = 1; strike <= 3; strike++) {
      const dial = dialOf(known);
      expect(await desk.ask('dial', dial)).toEqual({ ok: true });
      await desk.next('call.over', ({ callId }) => callId === dial.callId);
    }
    const fourth = dialOf(known);
    expect(await desk.ask('dial', fourth)).toMatchObject({ ok: false, problem: { code: 'dial.lastStrike' } });
    expect(await desk.ask('dial', { ...fourth, reason: 'The parcel waits at the door' })).toEqual({ ok: true });
    await desk.next('call.over', ({ callId }) => callId === fourth.callId);
    expect(await desk.ask('dial', dialOf(known))).toMatchObject({
      ok: false,
      problem: {
        code: 'dial.noPermission',
        sentence: expect.stringContaining('WhatsApp took the permission to call away'),
      },
    });
  });
});

describe('a customer who calls', () => {
  it('may be called back, where the number has it so', async () => {
    const desk = await seat('Sari');
    await world.sandbox.changeNumber(meta.phoneNumberId, { settings: { callback_permission_status: 'ENABLED' } });
    const known = await acquaintance(desk, { onCall: { kind: 'rejects', afterMs: 0 } });
    await world.sandbox.changeNumber(meta.phoneNumberId, { settings: { callback_permission_status: 'DISABLED' } });
    await withoutLooking();
    const dial = dialOf(known);
    await expect.poll(() => desk.ask('dial', dial)).toEqual({ ok: true });
    await desk.next('call.over');
  });
});
