import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Customer } from '../../src/contract/desk/words.ts';
import type { CustomerInput } from '../../src/sandbox/customers/customer.ts';
import { silentSdp } from '../../src/sandbox/sdp/canned.ts';
import { Seats } from '../support/seats.ts';
import type { TestDesk } from '../support/test-desk.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
const seats = new Seats(() => world.relay);
const seat = seats.take;
let people = 0;

beforeAll(async () => {
  world = await startWorld();
});
afterEach(() => {
  seats.clear();
});
afterAll(() => world.end());

type Acquaintance = { id: string; customer: Customer; channel: Channel };

/** A customer who has called and hung up, so that the relay knows them; they may be called. */
async function acquaintance(desk: TestDesk, habits: Partial<CustomerInput> = {}): Promise<Acquaintance> {
  const phone = `4930${2_000_000 + ++people}`;
  const { id } = await world.sandbox.addCustomer({ name: 'Ada Example', phone, media: 'none', ...habits });
  await world.sandbox.setPermission(id, 'permanent');
  const call = await world.sandbox.placeCall({ customerId: id });
  const { customer, channel, callId } = await desk.next('ring');
  await call.hangUp();
  await desk.next('call.over', (record) => record.callId === callId);
  return { id, customer, channel };
}

function dialOf({ customer, channel }: Acquaintance) {
  const ids = { callId: crypto.randomUUID(), dialId: crypto.randomUUID() };
  return { ...ids, customerId: customer.id, channelId: channel.id, sdp: silentSdp('actpass', '0') };
}

const over = (desk: TestDesk, callId: string) => desk.next('call.over', (record) => record.callId === callId);

describe('a call of the company', () => {
  it('rings at the customer, is answered, talked and ended', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk);
    const dial = dialOf(known);
    expect(await desk.ask('dial', dial)).toEqual({ ok: true });
    expect(await desk.next('call')).toMatchObject({ callId: dial.callId, direction: 'outbound', phase: 'dialling' });
    const answered = await desk.next('call', (call) => call.answer !== null);
    expect(answered.answer).toContain('v=0');
    await desk.next('call', (call) => call.ringing);
    await desk.next('call', (call) => call.phase === 'onCall');
    expect(await desk.ask('end', { callId: dial.callId })).toEqual({ ok: true });
    expect(await over(desk, dial.callId)).toMatchObject({
      direction: 'outbound',
      outcome: 'completed',
      endedBy: 'agent',
    });
  });

  it('is dialled once, however often it is asked for', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk, { onCall: { kind: 'neverAnswers' } });
    const dial = dialOf(known);
    for (let times = 0; times < 3; times++) expect(await desk.ask('dial', dial)).toEqual({ ok: true });
    await desk.next('call', (call) => call.ringing);
    expect(await world.sandbox.graphRequests({ action: 'connect' })).toHaveLength(
      (await world.sandbox.calls()).filter((call) => call.direction === 'business').length,
    );
    expect((await world.sandbox.calls(known.id)).filter((call) => call.direction === 'business')).toHaveLength(1);
    await desk.ask('end', { callId: dial.callId });
    expect(await over(desk, dial.callId)).toMatchObject({ outcome: 'unanswered', endedBy: 'agent' });
  });

  it('is turned down by the customer', async () => {
    const desk = await seat('Sari');
    const dial = dialOf(await acquaintance(desk, { onCall: { kind: 'rejects' } }));
    await desk.ask('dial', dial);
    expect(await over(desk, dial.callId)).toMatchObject({ outcome: 'rejected', endedBy: 'customer' });
  });

  it('is refused by the relay without permission, in plain words, and Meta is not troubled', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk);
    await world.sandbox.setPermission(known.id, 'none');
    const dial = dialOf(known);
    const connects = await world.sandbox.graphRequests({ action: 'connect' });
    const sentence = 'The customer has not allowed calls. Ask for permission, and call once it is given.';
    expect(await desk.ask('dial', dial)).toEqual({ ok: false, problem: { code: 'dial.noPermission', sentence } });
    expect(await world.sandbox.graphRequests({ action: 'connect' })).toEqual(connects);
  });

  it('is refused by Meta when the permission went unheard, and the relay learns it', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk);
    const first = dialOf(known);
    await desk.ask('dial', first);
    await desk.next('call', (call) => call.phase === 'onCall');
    await desk.ask('end', { callId: first.callId });
    await over(desk, first.callId);
    await world.sandbox.setPermission(known.id, 'none');
    const dial = dialOf(known);
    await desk.ask('dial', dial);
    expect(await over(desk, dial.callId)).toMatchObject({ outcome: 'disconnected', endedBy: 'meta', code: '138006' });
    expect(await desk.ask('dial', dialOf(known))).toMatchObject({ ok: false, problem: { code: 'dial.noPermission' } });
  });

  it('goes on when its answer and statuses come before the response to connect', async () => {
    const desk = await seat('Sari');
    const dial = dialOf(await acquaintance(desk));
    await world.sandbox.failGraph({ kind: 'hang', action: 'connect', applied: true });
    await desk.ask('dial', dial);
    await desk.next('call', (call) => call.phase === 'onCall');
    await desk.ask('end', { callId: dial.callId });
    expect(await over(desk, dial.callId)).toMatchObject({ outcome: 'completed' });
  });

  it('is found again after the relay died in the middle of dialling', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk, { onCall: { kind: 'picksUp', afterMs: 3_000 } });
    const dial = dialOf(known);
    await world.sandbox.failGraph({ kind: 'hang', action: 'connect', applied: true });
    await desk.ask('dial', dial);
    await world.sandbox.nextCall({ customerId: known.id });
    await world.relay.kill();
    await world.relay.start(world.graphUrl);
    // Where the relay was quicker than the desk, the desk is told with its sync.
    const { call: found } = await desk.next('sync');
    if (found?.phase !== 'onCall') await desk.next('call', (call) => call.phase === 'onCall');
    expect((await world.sandbox.calls(known.id)).filter((call) => call.direction === 'business')).toHaveLength(1);
    await desk.ask('end', { callId: dial.callId });
    expect(await over(desk, dial.callId)).toMatchObject({ outcome: 'completed' });
  });

  it('keeps its agent from being rung, and is not made while one rings', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk, { onCall: { kind: 'neverAnswers' } });
    const dial = dialOf(known);
    await desk.ask('dial', dial);
    expect(await desk.ask('dial', dialOf(known))).toMatchObject({ ok: false, problem: { code: 'call.busy' } });
    const { id } = await world.sandbox.addCustomer({
      name: 'Rafa',
      phone: `4930${3_000_000 + ++people}`,
      media: 'none',
    });
    const call = await world.sandbox.placeCall({ customerId: id });
    await call.waitFor('ended');
    expect(desk.heard.filter(({ fact }) => fact === 'ring')).toEqual([]);
    await desk.ask('end', { callId: dial.callId });
  });
});
