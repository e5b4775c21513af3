import { describe, expect, it } from 'vitest';
import type { AvailabilityChoice } from '../../src/domain/people/availability.ts';
import type { SandboxCall } from '../../src/sandbox/client.ts';
import { sharedWorld } from '../support/shared-world.ts';
import { TestDesk } from '../support/test-desk.ts';
import { startWorld } from '../support/world.ts';

const { world, seats, seat } = sharedWorld({ relay: { RINGDESK_RING_SECONDS: '5' } });
let customers = 0;

async function customerCalls(): Promise<SandboxCall> {
  const { id } = await world.sandbox.addCustomer({ name: 'Ada', phone: `4930${3000000 + ++customers}`, media: 'none' });
  return world.sandbox.placeCall({ customerId: id });
}

/** Each command is a process of its own, which takes its time on a busy machine. */
const commands = { timeout: 60_000 };

/** Decides something, and waits until the running relay follows. */
async function decide(desk: TestDesk, ...args: string[]): Promise<void> {
  desk.heard.splice(0);
  await world.relay.command(...args);
  await desk.next('availability');
}

/** A customer talks with the desk and hangs up. */
async function talk(desk: TestDesk): Promise<void> {
  const call = await customerCalls();
  await desk.take(await desk.next('ring'));
  await call.hangUp();
  await desk.next('call.over');
}

async function expectNotRung(desk: TestDesk): Promise<void> {
  const call = await customerCalls();
  await call.waitFor('ended');
  expect(desk.heard.filter((one) => one.fact === 'ring')).toEqual([]);
}

async function expectRung(desk: TestDesk): Promise<void> {
  const call = await customerCalls();
  await desk.next('ring');
  await call.hangUp();
  await desk.next('ring.over');
}

it('rings only who is available, and keeps why not through a relay that dies', async () => {
  const sari = await seat('Sari');
  const choices: AvailabilityChoice[] = [
    { kind: 'busy' },
    { kind: 'break' },
    { kind: 'away', reason: null },
    { kind: 'away', reason: 'Lunch' },
    { kind: 'doNotDisturb', until: Date.now() + 3_600_000 },
  ];
  for (const choice of choices) {
    expect(await sari.says(choice)).toEqual({ ok: true });
    expect(await sari.next('availability')).toMatchObject({ availability: { kind: choice.kind } });
    await expectNotRung(sari);
  }
  await sari.says({ kind: 'away', reason: 'Lunch' });
  sari.heard.splice(0);
  await world.relay.kill();
  await world.relay.start(world.graphUrl);
  expect((await sari.next('sync')).availability).toEqual({ kind: 'away', reason: 'Lunch', missed: false });
  await expectNotRung(sari);
  await sari.says({ kind: 'available' });
  await expectRung(sari);
});

describe('do not disturb', () => {
  it('ends by itself, whatever the clock of the desk says, and tells all desks of the agent', async () => {
    const email = await world.relay.addAgent('Sari.twice');
    const sari = seats.keep(await TestDesk.open(world.relay.url, email));
    const other = seats.keep(await TestDesk.open(world.relay.url, email, 'second desk'));
    const wrong = Date.now() - 86_400_000;
    await sari.ask('availability', { choice: { kind: 'doNotDisturb', until: wrong + 1_000 }, now: wrong });
    for (const desk of [sari, other]) {
      const fact = await desk.next('availability', ({ availability }) => availability.kind === 'doNotDisturb');
      if (fact.availability.kind !== 'doNotDisturb') throw new Error('not undisturbed');
      expect(fact.availability.until - fact.now).toBeGreaterThan(0);
      expect(fact.availability.until - fact.now).toBeLessThanOrEqual(1_000);
    }
    for (const desk of [sari, other]) await desk.next('availability', (fact) => fact.availability.kind === 'available');
    await expectRung(sari);
    expect(await other.says({ kind: 'break' })).toMatchObject({ ok: false, problem: { code: 'desk.notSeated' } });
  });

  it('has ended when its time passed while the relay was away', async () => {
    const sari = await seat('Sari');
    const until = Date.now() + 300;
    await sari.says({ kind: 'doNotDisturb', until });
    sari.heard.splice(0);
    await world.relay.kill();
    await expect.poll(() => Date.now()).toBeGreaterThan(until);
    await world.relay.start(world.graphUrl);
    expect((await sari.next('sync')).availability).toEqual({ kind: 'available' });
    await expectRung(sari);
  });
});

it('passes a call on when the agent turns away while it rings', async () => {
  const sari = await seat('Sari');
  const call = await customerCalls();
  await sari.next('ring');
  await sari.says({ kind: 'break' });
  expect(await sari.next('ring.over')).toMatchObject({ reason: 'declined' });
  expect((await call.waitFor('ended')).endedBy).toBe('business');
  expect(sari.heard.filter((one) => one.fact === 'ring')).toHaveLength(0);
});

describe('a ring that runs out', commands, () => {
  it('sets Away only where the admin wants it, and one word undoes it', async () => {
    const sari = await seat('Sari');
    const first = await customerCalls();
    await first.waitFor('ended', { timeoutMs: 20_000 });
    expect(sari.heard.filter((one) => one.fact === 'availability')).toEqual([]);

    await decide(sari, 'set', '--missed-ring-sets-away', 'yes');
    const second = await customerCalls();
    await second.waitFor('ended', { timeoutMs: 20_000 });
    expect((await sari.next('availability')).availability).toEqual({ kind: 'away', reason: null, missed: true });
    sari.heard.splice(0);
    await expectNotRung(sari);
    await sari.says({ kind: 'available' });
    await expectRung(sari);
    await decide(sari, 'set', '--missed-ring-sets-away', 'no');
  });
});

describe('after a call', commands, () => {
  it('nobody is rung until the time is over, also by a relay that died meanwhile, or the agent ends it', async () => {
    const sari = await seat('Sari');
    await decide(sari, 'set', '--after-call-seconds', '3600');
    await talk(sari);
    const after = await sari.next('availability');
    if (after.availability.kind !== 'afterCall') throw new Error('no after-call time');
    expect(after.availability.next).toEqual({ kind: 'available' });
    await expectNotRung(sari);

    sari.heard.splice(0);
    await world.relay.kill();
    await world.relay.start(world.graphUrl);
    expect((await sari.next('sync')).availability).toEqual(after.availability);
    await expectNotRung(sari);
    await sari.says({ kind: 'available' });
    await expectRung(sari);

    // A ring alone is no talk.
    expect((await sari.next('availability')).availability).toEqual({ kind: 'available' });
  });

  it('the time ends by itself, and gives back what the agent said during the call', async () => {
    const sari = await seat('Sari');
    await decide(sari, 'set', '--after-call-seconds', '1');
    const call = await customerCalls();
    await sari.take(await sari.next('ring'));
    await sari.says({ kind: 'away', reason: 'Meeting' });
    await sari.next('availability');
    await call.hangUp();
    await sari.next('availability', (fact) => fact.availability.kind === 'afterCall');
    const { availability } = await sari.next('availability', (fact) => fact.availability.kind !== 'afterCall');
    expect(availability).toEqual({ kind: 'away', reason: 'Meeting', missed: false });
  });
});

describe('what the admin decides', commands, () => {
  it('reaches desks at once: reasons are offered, and refused when they are gone', async () => {
    const sari = await seat('Sari');
    await sari.says({ kind: 'away', reason: 'Lunch' });
    await sari.next('availability');
    await world.relay.command('set', '--away-reasons', 'Prayer, Team meeting');
    const fact = await sari.next('availability');
    expect(fact).toMatchObject({ awayReasons: ['Prayer', 'Team meeting'], availability: { reason: 'Lunch' } });
    // Who is away for it stays so.
    expect(await sari.says({ kind: 'away', reason: 'Lunch' })).toEqual({ ok: true });
    await sari.says({ kind: 'away', reason: 'Prayer' });
    expect(await sari.says({ kind: 'away', reason: 'Lunch' })).toMatchObject({
      ok: false,
      problem: { code: 'desk.noSuchReason' },
    });
  });

  it('limits the calls that begin after it', async () => {
    const sari = await seat('Sari');
    await world.relay.command('set-channel', '--channel', 'all', '--call-limit-minutes', '12');
    // Of a channel no desk is told; what is decided after it is noticed with it.
    await decide(sari, 'set', '--away-reasons', 'Lunch');
    expect(await world.relay.command('settings')).toContain('a call lasts at most 12 min');
    const call = await customerCalls();
    expect((await sari.take(await sari.next('ring'))).limit).toMatchObject({ minutes: 12 });
    await call.hangUp();
  });
});

it('a call that could ring at one more desk does so when that becomes available', async () => {
  const two = await startWorld({ relay: { RINGDESK_RINGS_AT_ONCE: '2' } });
  try {
    const [sari, dewi] = await Promise.all(
      ['Sari', 'Dewi'].map(async (name) =>
        seats.keep(await TestDesk.open(two.relay.url, await two.relay.addAgent(name))),
      ),
    );
    if (!sari || !dewi) throw new Error('two desks');
    await dewi.says({ kind: 'busy' });
    const { id } = await two.sandbox.addCustomer({ name: 'Ada', media: 'none' });
    await two.sandbox.placeCall({ customerId: id });
    const ring = await sari.next('ring');
    await dewi.says({ kind: 'available' });
    expect((await dewi.next('ring')).callId).toBe(ring.callId);
  } finally {
    seats.clear();
    await two.end();
  }
});
