import { expect, it } from 'vitest';
import { week } from '../../src/domain/permission/rules.ts';
import { acquaintanceOf, askFor, pageOf, sentMessages } from '../support/acquaintance.ts';
import { password } from '../support/relay-process.ts';
import { sharedWorld } from '../support/shared-world.ts';
import { TestDesk } from '../support/test-desk.ts';

/** Asking a customer whether they may be called. */
const hour = 3_600_000;
const { world, seats, seat } = sharedWorld();

/** Meta cannot be asked what it holds: only what the webhooks told counts. */
const withoutLooking = () =>
  world.sandbox.failGraph({ kind: 'error', action: 'call_permissions', code: 131000, times: 100 });

it('goes out once, however often it is said, and its answer is told to who asked', async () => {
  const desk = await seat('Sari');
  const other = await seat('Rafi');
  const known = await acquaintanceOf(world, desk, { onPermissionRequest: { kind: 'grantsTemporary', afterMs: 300 } });
  const before = (await sentMessages(world)).length;
  const id = crypto.randomUUID();
  expect(await askFor(desk, known, 'May we call?', id)).toMatchObject({ status: 201, body: { by: 'message' } });
  expect(await askFor(desk, known, 'May we call?', id)).toMatchObject({ status: 201 });
  expect(await sentMessages(world)).toHaveLength(before + 1);
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
  const known = await acquaintanceOf(world, desk);
  await askFor(desk, known);
  const before = (await sentMessages(world)).length;
  expect(await askFor(desk, known)).toMatchObject({
    status: 409,
    body: { code: 'ask.askLimit', title: expect.stringMatching(/Asking works again in 2[34] hours\.$/) },
  });
  expect(await sentMessages(world)).toHaveLength(before);
});

it('learns from Meta what it did not know', async () => {
  const desk = await seat('Sari');
  const known = await acquaintanceOf(world, desk);
  await world.sandbox.setPermission(known.id, 'permanent');
  await withoutLooking();
  expect(await askFor(desk, known)).toMatchObject({ status: 409, body: { code: 'meta.138017' } });
  expect(await askFor(desk, known)).toMatchObject({ status: 409, body: { code: 'ask.permanentAlready' } });
  expect((await pageOf(desk, known)).channels[0]?.standing.mayCall).toEqual({ allowed: true, lastStrike: false });
});

it('learns from Meta that the customer was asked often enough, and until when', async () => {
  const desk = await seat('Sari');
  await withoutLooking();
  const known = await acquaintanceOf(world, desk);
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
  const known = await acquaintanceOf(world, desk, { onPermissionRequest: { kind: 'declines', afterMs: 300 } });
  const before = (await sentMessages(world)).length;
  await world.sandbox.failGraph({ kind: 'hang', action: 'message:interactive', applied: true });
  const id = crypto.randomUUID();
  const asked = askFor(desk, known, 'May we call?', id);
  expect((await desk.next('permission.answered')).answer).toEqual({ kind: 'declined' });
  expect(await asked).toMatchObject({ status: 201 });
  expect(await askFor(desk, known, 'May we call?', id)).toMatchObject({ status: 201 });
  expect(await sentMessages(world)).toHaveLength(before + 1);
  expect((await pageOf(desk, known)).channels[0]?.standing.permission.kind).toBe('declined');
});

it('is not said twice by a relay that died in the middle of it', async () => {
  const desk = await seat('Sari');
  const known = await acquaintanceOf(world, desk);
  await world.sandbox.failGraph({ kind: 'hang', action: 'message:interactive', applied: false });
  const id = crypto.randomUUID();
  const before = (await sentMessages(world)).length;
  const asked = askFor(desk, known, '', id).catch(() => 'gone');
  await expect.poll(async () => (await sentMessages(world)).length).toBe(before + 1);
  await world.relay.kill();
  expect(await asked).toBe('gone');
  await world.relay.start(world.graphUrl);
  await desk.next('sync');
  expect(await askFor(desk, known, '', id)).toMatchObject({ status: 409, body: { code: 'ask.notKnown' } });
  expect(await sentMessages(world)).toHaveLength(before + 1);
});

it('tells who asked when the request did not arrive, and does not count it', async () => {
  const desk = await seat('Sari');
  const known = await acquaintanceOf(world, desk, { messages: 'undeliverable' });
  expect(await askFor(desk, known)).toMatchObject({ status: 201 });
  const { answer } = await desk.next('permission.answered');
  expect(answer).toMatchObject({ kind: 'undelivered', sentence: expect.stringContaining('cannot be delivered') });
  expect((await pageOf(desk, known)).channels[0]?.standing.mayAsk).toEqual({ allowed: true });
});

it('is told once to who was away when the answer came', async () => {
  const desk = await seat('Sari');
  const colleague = await seat('Rafi');
  const known = await acquaintanceOf(world, desk, { onPermissionRequest: { kind: 'declines', afterMs: 500 } });
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

it('is for the agents of the number only', async () => {
  const desk = await seat('Sari');
  const known = await acquaintanceOf(world, desk);
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

// The last: time does not go back.
it('waits for a customer who blocked the company, until the request runs out', async () => {
  const desk = await seat('Sari');
  const known = await acquaintanceOf(world, desk, { messages: 'blocked' });
  expect(await askFor(desk, known)).toMatchObject({ status: 201 });
  const { channels } = await pageOf(desk, known);
  expect(channels[0]?.standing).toMatchObject({ openAsk: { askedAt: expect.any(Number) } });
  await world.forward(week);
  const later = await pageOf(desk, known);
  expect(later.channels[0]?.standing).toMatchObject({ openAsk: null, mayAsk: { allowed: true } });
  expect(later.timeline.map(({ kind }) => kind)).toEqual(['askExpired', 'asked', 'called']);
});
