import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { customerPageSchema } from '../../src/contract/api/customers.ts';
import type { Channel, Customer } from '../../src/contract/desk/words.ts';
import { week } from '../../src/domain/permission/rules.ts';
import type { CustomerInput } from '../../src/sandbox/customers/customer.ts';
import { silentSdp } from '../../src/sandbox/sdp/canned.ts';
import { meta, password } from '../support/relay-process.ts';
import { Seats } from '../support/seats.ts';
import { TestDesk } from '../support/test-desk.ts';
import { startWorld, type World } from '../support/world.ts';

const hour = 3_600_000;
let world: World;
const seats = new Seats(() => world.relay);
const seat = seats.take;
let people = 0;

beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  seats.clear();
  await world.sandbox.clearGraphFaults();
});
afterAll(() => world.end());

type Acquaintance = { id: string; userId: string; customer: Customer; channel: Channel };

/** A customer who has called and hung up, so that the relay knows them. */
async function acquaintance(
  desk: TestDesk,
  habits: Partial<CustomerInput> = {},
  phoneNumberId: string = meta.phoneNumberId,
): Promise<Acquaintance> {
  const phone = `4940${2_000_000 + ++people}`;
  const { id, userId } = await world.sandbox.addCustomer({ name: 'Ada Example', phone, media: 'none', ...habits });
  const call = await world.sandbox.placeCall({ customerId: id, phoneNumberId });
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
    metadata: { display_phone_number: '6281355501399', phone_number_id: meta.phoneNumberId },
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

const askFor = (desk: TestDesk, { customer, channel }: Acquaintance, message = '', requestId = crypto.randomUUID()) =>
  desk.api('POST', `/api/customers/${customer.id}/permission-requests`, {
    requestId,
    channelId: channel.id,
    message,
  });

const pageOf = async (desk: TestDesk, { customer }: Acquaintance) =>
  customerPageSchema.parse((await desk.api('GET', `/api/customers/${customer.id}`)).body);

const sentTo = async () => (await world.sandbox.graphRequests()).filter(({ action }) => action.startsWith('message:'));

describe('asking', () => {
  it('goes out once, however often it is said, and its answer is told to who asked', async () => {
    const desk = await seat('Sari');
    const other = await seat('Rafi');
    const known = await acquaintance(desk, { onPermissionRequest: { kind: 'grantsTemporary', afterMs: 300 } });
    const before = (await sentTo()).length;
    const id = crypto.randomUUID();
    expect(await askFor(desk, known, 'May we call?', id)).toMatchObject({ status: 201, body: { by: 'message' } });
    expect(await askFor(desk, known, 'May we call?', id)).toMatchObject({ status: 201 });
    expect(await sentTo()).toHaveLength(before + 1);
    const { answer, customer } = await desk.next('permission.answered');
    expect(customer.id).toBe(known.customer.id);
    expect(answer).toMatchObject({ kind: 'granted', until: expect.any(Number) });
    expect(other.heard.filter(({ fact }) => fact === 'permission.answered')).toEqual([]);
    const { channels, timeline } = await pageOf(desk, known);
    expect(channels[0]?.standing).toMatchObject({ permission: { kind: 'temporary', by: 'request' }, openAsk: null });
    expect(timeline.map(({ kind }) => kind)).toEqual(['replied', 'asked', 'called']);
  });

  it('is refused by the limits before Meta is troubled', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk);
    await askFor(desk, known);
    const before = (await sentTo()).length;
    expect(await askFor(desk, known)).toMatchObject({
      status: 409,
      body: { code: 'ask.askLimit', title: expect.stringMatching(/Asking works again in 2[34] hours\.$/) },
    });
    expect(await sentTo()).toHaveLength(before);
  });

  it('learns from Meta what it did not know', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk);
    await world.sandbox.setPermission(known.id, 'permanent');
    await withoutLooking();
    expect(await askFor(desk, known)).toMatchObject({ status: 409, body: { code: 'meta.138017' } });
    expect(await askFor(desk, known)).toMatchObject({ status: 409, body: { code: 'ask.permanentAlready' } });
    expect((await pageOf(desk, known)).channels[0]?.standing.mayCall).toEqual({ allowed: true, lastStrike: false });
  });

  it('learns from Meta that the customer was asked often enough, and until when', async () => {
    const desk = await seat('Sari');
    await withoutLooking();
    const known = await acquaintance(desk);
    const nextAt = Date.now() + 5 * hour;
    const details = `The next request is allowed at ${new Date(nextAt).toISOString()}`;
    await world.sandbox.failGraph({ kind: 'error', action: 'message:interactive', code: 138009, details });
    expect(await askFor(desk, known)).toMatchObject({ status: 409, body: { code: 'meta.138009' } });
    expect((await pageOf(desk, known)).channels[0]?.standing).toMatchObject({
      asks: { left: 0, nextAt },
      mayAsk: { allowed: false, why: 'askLimit', nextAt },
    });
    expect(await askFor(desk, known)).toMatchObject({
      status: 409,
      body: { code: 'ask.askLimit', title: expect.stringMatching(/Asking works again in 5 hours\.$/) },
    });
  });

  it('does not ask again what may have been asked, and learns from the webhooks that it was', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk, { onPermissionRequest: { kind: 'declines', afterMs: 300 } });
    const before = (await sentTo()).length;
    await world.sandbox.failGraph({ kind: 'hang', action: 'message:interactive', applied: true });
    const id = crypto.randomUUID();
    const asked = askFor(desk, known, 'May we call?', id);
    expect((await desk.next('permission.answered')).answer).toEqual({ kind: 'declined' });
    expect(await asked).toMatchObject({ status: 201 });
    expect(await askFor(desk, known, 'May we call?', id)).toMatchObject({ status: 201 });
    expect(await sentTo()).toHaveLength(before + 1);
    expect((await pageOf(desk, known)).channels[0]?.standing.permission.kind).toBe('declined');
  });

  it('is not said twice by a relay that died in the middle of it', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk);
    await world.sandbox.failGraph({ kind: 'hang', action: 'message:interactive', applied: false });
    const id = crypto.randomUUID();
    const before = (await sentTo()).length;
    const asked = askFor(desk, known, '', id).catch(() => 'gone');
    await expect.poll(async () => (await sentTo()).length).toBe(before + 1);
    await world.relay.kill();
    expect(await asked).toBe('gone');
    await world.relay.start(world.graphUrl);
    await desk.next('sync');
    expect(await askFor(desk, known, '', id)).toMatchObject({ status: 409, body: { code: 'ask.notKnown' } });
    expect(await sentTo()).toHaveLength(before + 1);
  });

  it('tells who asked when the request did not arrive, and does not count it', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk, { messages: 'undeliverable' });
    expect(await askFor(desk, known)).toMatchObject({ status: 201 });
    const { answer } = await desk.next('permission.answered');
    expect(answer).toMatchObject({ kind: 'undelivered', sentence: expect.stringContaining('cannot be delivered') });
    expect((await pageOf(desk, known)).channels[0]?.standing.mayAsk).toEqual({ allowed: true });
  });

  it('is told once to who was away when the answer came', async () => {
    const desk = await seat('Sari');
    const colleague = await seat('Rafi');
    const known = await acquaintance(desk, { onPermissionRequest: { kind: 'declines', afterMs: 500 } });
    expect(await askFor(desk, known)).toMatchObject({ status: 201 });
    desk.close();
    await expect
      .poll(async () => (await pageOf(colleague, known)).channels[0]?.standing.permission.kind)
      .toBe('declined');
    desk.socket.connect();
    expect(await desk.next('permission.answered')).toMatchObject({
      customer: { id: known.customer.id },
      answer: { kind: 'declined' },
    });
    desk.close();
    desk.socket.connect();
    await desk.ask('echo', {});
    await pageOf(desk, known);
    expect(desk.heard.filter(({ fact }) => fact === 'permission.answered')).toEqual([]);
  });

  it('shows who was only asked in the lists that are open', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk);
    await tell(reply(known, `wamid.profile.${known.id}`, 0, allowed));
    await desk.next('customers.changed');
  });

  it('is for the agents of the number only', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk);
    const email = 'elsewhere@example.com';
    await world.relay.command(
      ...['add-agent', '--email', email, '--password', password, '--role', 'agent', '--channels', '999'],
    );
    const stranger = await TestDesk.open(world.relay.url, email);
    seats.keep(stranger);
    expect(await stranger.api('GET', `/api/customers/${known.customer.id}`)).toMatchObject({ status: 404 });
    expect(await stranger.api('GET', '/api/customers')).toMatchObject({ body: { customers: [], more: false } });
    expect(await askFor(stranger, known)).toMatchObject({ status: 404 });
  });
});

describe('the limit of calls within a day', () => {
  it('is the one that an admin decided, where Meta has not said so itself', async () => {
    const desk = await seat('Sari');
    const decide = (set: string) =>
      world.relay.command('set-channel', '--channel', meta.phoneNumberId, '--permission-limits', set);
    await withoutLooking();
    const known = await acquaintance(desk, { onCall: { kind: 'picksUp', afterMs: 0 } });
    await world.sandbox.setPermission(known.id, 'permanent', true);
    await expect.poll(async () => (await pageOf(desk, known)).channels[0]?.standing.mayCall.allowed).toBe(true);
    expect(await decide('five-calls')).toContain('limits on calling customers: five-calls');
    for (let left = 5; left > 0; left--) {
      expect((await pageOf(desk, known)).channels[0]?.standing.calls).toEqual({ max: 5, left, nextAt: null });
      const dial = dialOf(known);
      expect(await desk.ask('dial', dial)).toEqual({ ok: true });
      await desk.next('call', ({ callId, phase }) => callId === dial.callId && phase === 'onCall');
      await desk.ask('end', { callId: dial.callId });
      await desk.next('call.over', ({ callId }) => callId === dial.callId);
    }
    const sentence = /^The customer has been called as often as WhatsApp allows\. Calling works again in 24 hours\.$/;
    expect(await desk.ask('dial', dialOf(known))).toEqual({
      ok: false,
      problem: { code: 'dial.callLimit', sentence: expect.stringMatching(sentence) },
    });
    await decide('production');
    expect((await pageOf(desk, known)).channels[0]?.standing.calls).toEqual({ max: 100, left: 95, nextAt: null });
  });

  it('is put right when Meta refuses a call, with the time that it names', async () => {
    const desk = await seat('Sari');
    await withoutLooking();
    const known = await acquaintance(desk);
    await tell(reply(known, `wamid.always.${known.id}`, 1, allowed));
    const nextAt = Date.now() + 5 * hour;
    const details = `The next call is allowed at ${new Date(nextAt).toISOString()}`;
    await world.sandbox.failGraph({ kind: 'error', action: 'connect', code: 138012, details });
    const dial = dialOf(known);
    expect(await desk.ask('dial', dial)).toEqual({ ok: true });
    const { code } = await desk.next('call.over', ({ callId }) => callId === dial.callId);
    expect(code).toBe('138012');
    expect((await pageOf(desk, known)).channels[0]?.standing).toMatchObject({
      permission: { kind: 'permanent' },
      calls: { left: 0, nextAt },
      mayCall: { allowed: false, why: 'callLimit', nextAt },
    });
    expect(await desk.ask('dial', dialOf(known))).toMatchObject({
      ok: false,
      problem: { code: 'dial.callLimit', sentence: expect.stringMatching(/Calling works again in 5 hours\.$/) },
    });
  });
});

describe('a number of a country without calls to customers', () => {
  it('says so before anybody asks or calls, and asks Meta nothing', async () => {
    const desk = await seat('Sari');
    await world.sandbox.addNumber({ id: '1317555', displayPhone: '13175551399' });
    const known = await acquaintance(desk, {}, '1317555');
    const closed = expect.stringContaining('numbers of this country');
    const before = (await sentTo()).length;
    expect((await pageOf(desk, known)).channels[0]).toMatchObject({ closed: { why: 'country', sentence: closed } });
    expect(await askFor(desk, known)).toMatchObject({ status: 409, body: { code: 'ask.country', title: closed } });
    const dialled = await desk.ask('dial', dialOf(known));
    expect(dialled).toEqual({ ok: false, problem: { code: 'dial.country', sentence: closed } });
    expect(await sentTo()).toHaveLength(before);
  });
});

describe('calling hours', () => {
  it('keep agents from calling, but not from asking, until an admin lifts them', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk, { onCall: { kind: 'rejects', afterMs: 0 } });
    await world.sandbox.setPermission(known.id, 'permanent', true);
    const today = new Intl.DateTimeFormat('en', { timeZone: 'UTC', weekday: 'short' }).format(
      Date.now() + 3 * 86_400_000,
    );
    const change = (...args: string[]) => world.relay.command('set-channel', '--channel', 'all', ...args);
    const decide = (hours: string) => change('--calling-hours', hours);
    await expect(decide('whenever')).rejects.toThrow('mon-fri 09:00-17:00');
    await decide(`${today} 09:00-17:00 UTC`);
    expect((await pageOf(desk, known)).channels[0]?.closed).toMatchObject({ why: 'hours', until: expect.any(Number) });
    expect(await desk.ask('dial', dialOf(known))).toMatchObject({
      ok: false,
      problem: { code: 'dial.hours', sentence: expect.stringMatching(/Calling works again in [2-4] days\.$/) },
    });
    expect((await pageOf(desk, known)).channels[0]?.closesAt).toBeNull();
    expect(await change('--calls-outside-hours', 'yes')).toContain('and outside of that too');
    expect((await pageOf(desk, known)).channels[0]?.closed).toBeNull();
    await change('--calls-outside-hours', 'no');
    expect((await pageOf(desk, known)).channels[0]?.closed).toMatchObject({ why: 'hours' });
    await decide('mon-sun 00:00-24:00 UTC');
    expect((await pageOf(desk, known)).channels[0]).toMatchObject({ closed: null, closesAt: expect.any(Number) });
    await decide('always');
    expect((await pageOf(desk, known)).channels[0]?.closed).toBeNull();
    await expect.poll(async () => (await pageOf(desk, known)).channels[0]?.standing.mayCall.allowed).toBe(true);
    expect(await desk.ask('dial', dialOf(known))).toEqual({ ok: true });
    await desk.next('call.over');
  });
});

describe('a desk that has a customer open', () => {
  it('hears of what changes about them, and of nobody else', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk);
    const another = await acquaintance(desk);
    await desk.ask('customer.watch', { customerId: known.customer.id });
    await tell(reply(another, `wamid.a.${another.id}`, 0, declined));
    await tell(reply(known, `wamid.k.${known.id}`, 0, declined));
    expect(await desk.next('customer.changed')).toEqual({ customerId: known.customer.id });
    expect(desk.heard.filter(({ fact }) => fact === 'customer.changed')).toEqual([]);
  });
});

// The last: time does not go back.
describe('time', () => {
  it('ends a permission after seven days, and gives requests back, without a word from Meta', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk, { onPermissionRequest: { kind: 'grantsTemporary', afterMs: 0 } });
    await askFor(desk, known);
    await desk.next('permission.answered');
    const before = await pageOf(desk, known);
    expect(before.channels[0]?.standing).toMatchObject({ mayCall: { allowed: true }, mayAsk: { allowed: false } });
    await withoutLooking();
    await world.forward(week);
    const { channels, timeline } = await pageOf(desk, known);
    expect(channels[0]).toMatchObject({
      standing: { permission: { kind: 'expired' }, mayCall: { allowed: false }, mayAsk: { allowed: true } },
      window: { open: false },
    });
    expect(timeline.map(({ kind }) => kind)).toEqual(['expired', 'replied', 'asked', 'called']);
    expect(await desk.ask('dial', dialOf(known))).toMatchObject({ ok: false, problem: { code: 'dial.noPermission' } });
    // Who was told that it is free does not pay for it unasked.
    const asFree = {
      requestId: crypto.randomUUID(),
      channelId: known.channel.id,
      message: 'your order',
      by: 'message',
    };
    expect(await desk.api('POST', `/api/customers/${known.customer.id}/permission-requests`, asFree)).toMatchObject({
      status: 409,
      body: { code: 'ask.windowClosed' },
    });
    // Meta agrees: the request goes out, as a template.
    expect(await askFor(desk, known, 'your order')).toMatchObject({ status: 201, body: { by: 'template' } });
  });
});
