import { describe, expect, it } from 'vitest';
import { week } from '../../src/domain/permission/rules.ts';
import { type Acquaintance, acquaintanceOf, askFor, dialOf, pageOf, sentMessages } from '../support/acquaintance.ts';
import { meta } from '../support/relay-process.ts';
import { sharedWorld } from '../support/shared-world.ts';

const hour = 3_600_000;
const { world, seat } = sharedWorld();

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
    const known = await acquaintanceOf(world, desk, { onCall: { kind: 'rejects', afterMs: 0 } });
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
    const known = await acquaintanceOf(world, desk, { onCall: { kind: 'rejects', afterMs: 0 } });
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
    const known = await acquaintanceOf(world, desk, { onCall: { kind: 'rejects', afterMs: 0 } });
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
    const { timeline } = await pageOf(desk, known);
    expect(timeline.filter(({ kind }) => kind === 'nudged')).toHaveLength(1);
    expect(timeline.find(({ key }) => key.endsWith(fourth.callId))).toMatchObject({
      kind: 'called',
      reason: 'The parcel waits at the door',
    });
  });
});

describe('a customer who calls', () => {
  it('may be called back, where the number has it so', async () => {
    const desk = await seat('Sari');
    await world.sandbox.changeNumber(meta.phoneNumberId, { settings: { callback_permission_status: 'ENABLED' } });
    const known = await acquaintanceOf(world, desk, { onCall: { kind: 'rejects', afterMs: 0 } });
    await world.sandbox.changeNumber(meta.phoneNumberId, { settings: { callback_permission_status: 'DISABLED' } });
    await withoutLooking();
    const dial = dialOf(known);
    await expect.poll(() => desk.ask('dial', dial)).toEqual({ ok: true });
    await desk.next('call.over');
  });
});

describe('the limit of calls within a day', () => {
  it('is the one that an admin decided, where Meta has not said so itself', async () => {
    const desk = await seat('Sari');
    const decide = (set: string) =>
      world.relay.command('set-channel', '--channel', meta.phoneNumberId, '--permission-limits', set);
    await withoutLooking();
    const known = await acquaintanceOf(world, desk, { onCall: { kind: 'picksUp', afterMs: 0 } });
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
    const known = await acquaintanceOf(world, desk);
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
    const known = await acquaintanceOf(world, desk, {}, '1317555');
    const closed = expect.stringContaining('numbers of this country');
    const before = (await sentMessages(world)).length;
    expect((await pageOf(desk, known)).channels[0]).toMatchObject({ closed: { why: 'country', sentence: closed } });
    expect(await askFor(desk, known)).toMatchObject({ status: 409, body: { code: 'ask.country', title: closed } });
    const dialled = await desk.ask('dial', dialOf(known));
    expect(dialled).toEqual({ ok: false, problem: { code: 'dial.country', sentence: closed } });
    expect(await sentMessages(world)).toHaveLength(before);
  });
});

describe('calling hours', () => {
  it('keep agents from calling, but not from asking, until an admin lifts them', async () => {
    const desk = await seat('Sari');
    const known = await acquaintanceOf(world, desk, { onCall: { kind: 'rejects', afterMs: 0 } });
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

it('changes the lists that are open', async () => {
  const desk = await seat('Sari');
  const known = await acquaintanceOf(world, desk);
  await tell(reply(known, `wamid.profile.${known.id}`, 0, allowed));
  await desk.next('customers.changed');
});

describe('a desk that has a customer open', () => {
  it('hears of what changes about them, and of nobody else', async () => {
    const desk = await seat('Sari');
    const known = await acquaintanceOf(world, desk);
    const another = await acquaintanceOf(world, desk);
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
    const known = await acquaintanceOf(world, desk, { onPermissionRequest: { kind: 'grantsTemporary', afterMs: 0 } });
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
