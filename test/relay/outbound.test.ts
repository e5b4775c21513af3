import { describe, expect, it } from 'vitest';
import type { CustomerInput } from '../../src/sandbox/customers/customer.ts';
import { type Acquaintance, acquaintanceOf, dialOf } from '../support/acquaintance.ts';
import { sharedWorld } from '../support/shared-world.ts';
import type { TestDesk } from '../support/test-desk.ts';

const { world, seat } = sharedWorld();

/** Somebody who may be called. */
async function acquaintance(desk: TestDesk, habits: Partial<CustomerInput> = {}): Promise<Acquaintance> {
  const known = await acquaintanceOf(world, desk, habits);
  await world.sandbox.setPermission(known.id, 'permanent');
  return known;
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
    expect(await over(desk, dial.callId)).toMatchObject({ outcome: 'failed', endedBy: 'meta', code: '138006' });
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

  it('is not made to a customer whom a colleague calls already, and Meta is not troubled', async () => {
    const desk = await seat('Sari');
    const colleague = await seat('Rafi');
    const known = await acquaintance(desk, { onCall: { kind: 'neverAnswers' } });
    const first = dialOf(known);
    await desk.ask('dial', first);
    await desk.next('call', (call) => call.ringing);
    const connects = await world.sandbox.graphRequests({ action: 'connect' });
    expect(await colleague.ask('dial', dialOf(known))).toMatchObject({
      ok: false,
      problem: { code: 'dial.customerOnACall' },
    });
    expect(await world.sandbox.graphRequests({ action: 'connect' })).toEqual(connects);
    await desk.ask('end', { callId: first.callId });
    await over(desk, first.callId);
    const second = dialOf(known);
    expect(await colleague.ask('dial', second)).toEqual({ ok: true });
    await colleague.ask('end', { callId: second.callId });
    await over(colleague, second.callId);
  });

  it('keeps its agent from being rung, and is not made while one rings', async () => {
    const desk = await seat('Sari');
    const known = await acquaintance(desk, { onCall: { kind: 'neverAnswers' } });
    const dial = dialOf(known);
    await desk.ask('dial', dial);
    expect(await desk.ask('dial', dialOf(known))).toMatchObject({ ok: false, problem: { code: 'call.busy' } });
    const { id } = await world.sandbox.addCustomer({
      name: 'Rafa',
      phone: '49303000001',
      media: 'none',
    });
    const call = await world.sandbox.placeCall({ customerId: id });
    await call.waitFor('ended');
    expect(desk.heard.filter(({ fact }) => fact === 'ring')).toEqual([]);
    await desk.ask('end', { callId: dial.callId });
  });
});
