import { beforeAll, describe, expect, it } from 'vitest';
import { type CustomerPage, customerPageSchema, customersPageSchema } from '../../src/contract/api/customers.ts';
import type { CustomerInput } from '../../src/sandbox/customers/customer.ts';
import { meta, password } from '../support/relay-process.ts';
import { sharedWorld } from '../support/shared-world.ts';
import { TestDesk } from '../support/test-desk.ts';

const { world, seats, seat } = sharedWorld();
let people = 0;

type Writer = { id: string; userId: string; customerId: string };

const listed = async (desk: TestDesk, search = '') =>
  customersPageSchema.parse((await desk.api('GET', `/api/customers?search=${encodeURIComponent(search)}`)).body)
    .customers;

/** A customer who has written "Hello". */
async function writer(desk: TestDesk, habits: Partial<CustomerInput> = {}): Promise<Writer> {
  const phone = `4940${3_000_000 + ++people}`;
  const { id, userId } = await world.sandbox.addCustomer({ name: 'Ada Example', phone, media: 'none', ...habits });
  await world.sandbox.writeMessage(id, 'Hello');
  await desk.next('customers.changed');
  const [found] = await listed(desk, phone);
  if (!found) throw new Error('the customer is not listed');
  return { id, userId, customerId: found.customer.id };
}

const pageOf = async (desk: TestDesk, { customerId }: Writer): Promise<CustomerPage> =>
  customerPageSchema.parse((await desk.api('GET', `/api/customers/${customerId}`)).body);

const write = (desk: TestDesk, { customerId }: Writer, text: string, messageId: string = crypto.randomUUID()) =>
  desk.api('POST', `/api/customers/${customerId}/messages`, { messageId, channelId: meta.phoneNumberId, text });

const invite = (desk: TestDesk, { customerId }: Writer, button = 'Call Sari') =>
  desk.api('POST', `/api/customers/${customerId}/invitations`, {
    messageId: crypto.randomUUID(),
    channelId: meta.phoneNumberId,
    text: 'I am here until six.',
    button,
    minutes: 60,
  });

const asked = async (action: string) => (await world.sandbox.graphRequests()).filter((one) => one.action === action);

/** A message of a customer as Meta posts it; what became of it is known once it was answered. */
async function post(from: Writer, message: Record<string, unknown>): Promise<void> {
  await world.sandbox.deliver('messages', {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '6281355501399', phone_number_id: meta.phoneNumberId },
    contacts: [{ user_id: from.userId }],
    messages: [
      { from_user_id: from.userId, id: 'wamid.1', timestamp: String(Math.floor(Date.now() / 1000)), ...message },
    ],
  });
  await expect
    .poll(async () => (await world.sandbox.deliveries()).every(({ state }) => state === 'delivered'))
    .toBe(true);
}

describe('what customers write', () => {
  it('is unread for everybody until an agent has had it open, which the customer sees too', async () => {
    const sari = await seat('Sari');
    const dewi = await seat('Dewi');
    const ada = await writer(sari);
    await dewi.next('customers.changed');
    const unread = async () => (await listed(dewi)).find(({ customer }) => customer.id === ada.customerId)?.unread;
    expect(await unread()).toBe(1);
    const { timeline, channels } = await pageOf(sari, ada);
    expect(timeline).toMatchObject([{ kind: 'wrote', type: 'text', text: 'Hello', unread: true }]);
    expect(channels[0]?.window).toMatchObject({ open: true });
    const messageIds = timeline.flatMap((event) => (event.kind === 'wrote' ? [event.messageId] : []));
    const before = (await asked('read')).length;
    const read = () => sari.api('POST', `/api/customers/${ada.customerId}/read`, { messageIds });
    expect(await read()).toMatchObject({ status: 200, body: { read: 1 } });
    await dewi.next('customers.changed');
    expect(await unread()).toBe(0);
    expect(await read()).toMatchObject({ body: { read: 0 } });
    await expect.poll(async () => (await asked('read')).length).toBe(before + 1);
  });

  it('is kept once, in whatever order and of whatever kind it comes', async () => {
    const desk = await seat('Sari');
    const ada = await writer(desk);
    const seconds = Math.floor(Date.now() / 1000);
    const picture = {
      id: `wamid.picture.${ada.id}`,
      type: 'image',
      image: { id: '1', caption: 'The box' },
      timestamp: `${seconds - 60}`,
    };
    await post(ada, { id: `wamid.hologram.${ada.id}`, type: 'hologram', hologram: 7, timestamp: `${seconds - 30}` });
    await post(ada, picture);
    await post(ada, picture);
    expect((await pageOf(desk, ada)).timeline).toMatchObject([
      { kind: 'wrote', type: 'text', text: 'Hello' },
      { kind: 'wrote', type: 'hologram', text: null },
      { kind: 'wrote', type: 'image', text: 'The box' },
    ]);
  });

  it('reaches the agents of the number only', async () => {
    const desk = await seat('Sari');
    const email = 'elsewhere@example.com';
    await world.relay.command(
      ...['add-agent', '--email', email, '--password', password, '--role', 'agent', '--channels', '999'],
    );
    const stranger = await TestDesk.open(world.relay.url, email);
    seats.keep(stranger);
    const ada = await writer(desk);
    expect(stranger.heard.filter(({ fact }) => fact === 'customers.changed')).toEqual([]);
    expect(await write(stranger, ada, 'Hello')).toMatchObject({ status: 404 });
  });
});

describe('writing to a customer', () => {
  it('goes out once, however often it is said, and shows how far it got', async () => {
    const desk = await seat('Sari');
    const ada = await writer(desk, { messages: 'delivered' });
    const before = (await asked('message:text')).length;
    const id = crypto.randomUUID();
    const [first, second] = await Promise.all([write(desk, ada, 'Good day', id), write(desk, ada, 'Good day', id)]);
    expect([first?.status, second?.status]).toEqual([201, 201]);
    expect(await write(desk, ada, 'Good day', id)).toMatchObject({ status: 201 });
    expect(await asked('message:text')).toHaveLength(before + 1);
    const state = async () => (await pageOf(desk, ada)).timeline.find(({ kind }) => kind === 'texted');
    await expect.poll(state).toMatchObject({ text: 'Good day', state: 'delivered', agentName: expect.any(String) });
    await world.sandbox.setMessages(ada.id, 'read');
    await expect.poll(state).toMatchObject({ state: 'read' });
  });

  it('is refused outside the window, before Meta is troubled, with a way out', async () => {
    const desk = await seat('Sari');
    const phone = '49403999999';
    const { id, userId } = await world.sandbox.addCustomer({ name: 'Kim Example', phone, media: 'none' });
    await world.sandbox.setPermission(id, 'permanent', true);
    await expect.poll(async () => (await listed(desk, phone)).length).toBe(1);
    const [found] = await listed(desk, phone);
    const kim = { id, userId, customerId: found?.customer.id ?? '' };
    const before = (await asked('message:text')).length;
    const refused = { status: 409, body: { code: 'talk.windowClosed', title: expect.stringContaining('template') } };
    expect(await write(desk, kim, 'Hello')).toMatchObject(refused);
    expect(await invite(desk, kim)).toMatchObject(refused);
    expect(await asked('message:text')).toHaveLength(before);
  });

  it('is possible after a call that nobody answered', async () => {
    const desk = await seat('Sari');
    const { id } = await world.sandbox.addCustomer({ name: 'Lena Example', phone: '49403888888', media: 'none' });
    const call = await world.sandbox.placeCall({ customerId: id });
    const { customer } = await desk.next('ring');
    await call.hangUp();
    expect(await write(desk, { id, userId: '', customerId: customer.id }, 'You called?')).toMatchObject({
      status: 201,
    });
  });

  it('is not sent again when Meta did not answer, and the webhooks say that it was', async () => {
    const desk = await seat('Sari');
    const ada = await writer(desk);
    const before = (await asked('message:text')).length;
    const [id, lost] = [crypto.randomUUID(), crypto.randomUUID()];
    await world.sandbox.failGraph({ kind: 'hang', action: 'message:text', applied: true });
    const arrived = write(desk, ada, 'Are you there?', id);
    await expect.poll(async () => (await asked('message:text')).length).toBe(before + 1);
    await world.sandbox.failGraph({ kind: 'hang', action: 'message:text' });
    expect(await write(desk, ada, 'Still there?', lost)).toMatchObject({ status: 201, body: { state: 'unknown' } });
    expect(await write(desk, ada, 'Still there?', lost)).toMatchObject({ status: 201, body: { state: 'unknown' } });
    expect(await arrived).toMatchObject({ status: 201, body: { state: 'read' } });
    expect(await write(desk, ada, 'Are you there?', id)).toMatchObject({ status: 201, body: { state: 'read' } });
    expect(await asked('message:text')).toHaveLength(before + 2);
  });

  it('says why a message did not arrive, and may be tried again when Meta refused it', async () => {
    const desk = await seat('Sari');
    const ada = await writer(desk, { messages: 'undeliverable' });
    expect(await write(desk, ada, 'Hello?')).toMatchObject({ status: 201 });
    const state = async () => (await pageOf(desk, ada)).timeline.find(({ kind }) => kind === 'texted');
    await expect
      .poll(state)
      .toMatchObject({ state: 'failed', sentence: expect.stringContaining('cannot be delivered') });
    await world.sandbox.setMessages(ada.id, 'read');
    await world.sandbox.failGraph({ kind: 'error', action: 'message:text', code: 131056 });
    const id = crypto.randomUUID();
    expect(await write(desk, ada, 'Once more', id)).toMatchObject({ status: 409, body: { code: 'meta.131056' } });
    expect(await write(desk, ada, 'Once more', id)).toMatchObject({ status: 201 });
  });

  it('offers what the company often writes, as soon as it is decided', async () => {
    const desk = await seat('Sari');
    await world.relay.command('set', '--quick-replies', 'We will call you back. | Thank you, and goodbye.');
    await expect
      .poll(async () => (await desk.api('GET', '/api/quick-replies')).body)
      .toEqual({ quickReplies: ['We will call you back.', 'Thank you, and goodbye.'] });
  });
});

describe('an invitation to call', () => {
  it('rings whoever invited before those who were free for longer, and is told in the timeline', async () => {
    const rafi = await seat('Rafi');
    const sari = await seat('Sari');
    const ada = await writer(sari);
    expect(await invite(sari, ada)).toMatchObject({ status: 201 });
    const call = await world.sandbox.pressCallButton(ada.id);
    const ring = await sari.next('ring');
    expect(ring.reason).toBe('they called by your invitation');
    expect(rafi.heard.filter(({ fact }) => fact === 'ring')).toEqual([]);
    await sari.ask('decline', { callId: ring.callId, ringId: ring.ringId });
    await rafi.next('ring');
    await call.hangUp();
    await rafi.next('call.over');
    const called = (await pageOf(sari, ada)).timeline.find(({ kind }) => kind === 'called');
    expect(called).toMatchObject({ invitedBy: expect.stringContaining('Sari') });
  });

  it('comes back from a link too, and rings others when whoever made it is not there', async () => {
    const sari = await seat('Sari');
    const { id } = await world.sandbox.addCustomer({ name: 'Noor Example', phone: '49403777777', media: 'none' });
    const call = await world.sandbox.placeCall({ customerId: id, deeplinkPayload: 'ringdesk.agent.nobody' });
    await sari.next('ring');
    await call.hangUp();
    await sari.next('call.over');
  });

  it('has a word that fits on a button', async () => {
    const desk = await seat('Sari');
    const ada = await writer(desk);
    expect(await invite(desk, ada, 'A word of twenty-one c')).toMatchObject({ status: 400 });
  });
});

describe('outside the window', () => {
  const template = { name: 'order_ready', language: 'en' };
  const invitation = { name: 'call_us', language: 'en' };
  const order = { header: {}, body: { 1: 'Kim', 2: 'ON-1' } };

  async function makeTemplate(name: string, components: unknown[]): Promise<void> {
    const made = await fetch(`${world.graphUrl}/${meta.wabaId}/message_templates`, {
      method: 'POST',
      headers: { authorization: `Bearer ${meta.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name, language: 'en', category: 'UTILITY', components }),
    });
    expect(made.status).toBe(200);
  }

  beforeAll(async () => {
    const example = { body_text: [['Ada', 'ON-1']] };
    const body = { type: 'BODY', text: 'Hello {{1}}, your order {{2}} is ready to be fetched.', example };
    await makeTemplate('order_ready', [body]);
    const link = { type: 'URL', text: 'See it', url: 'https://example.com/{{1}}' };
    await makeTemplate('order_link', [body, { type: 'BUTTONS', buttons: [link] }]);
    const button = { type: 'voice_call', text: 'Call us', ttl_minutes: 1440 };
    await makeTemplate('call_us', [body, { type: 'BUTTONS', buttons: [button] }]);
  });

  /** A customer who has not been in touch. */
  async function stranger(desk: TestDesk, habits: Partial<CustomerInput> = {}): Promise<Writer> {
    const phone = `4940${5_000_000 + ++people}`;
    const { id, userId } = await world.sandbox.addCustomer({ name: 'Kim Example', phone, media: 'none', ...habits });
    await world.sandbox.setPermission(id, 'permanent', true);
    await expect.poll(async () => (await listed(desk, phone)).length).toBe(1);
    const [found] = await listed(desk, phone);
    return { id, userId, customerId: found?.customer.id ?? '' };
  }

  const choices = async (desk: TestDesk, { customerId }: Writer, purpose: string) =>
    (await desk.api('GET', `/api/customers/${customerId}/templates?channelId=${meta.phoneNumberId}&purpose=${purpose}`))
      .body;
  const send = (desk: TestDesk, { customerId }: Writer, change: Record<string, unknown> = {}) =>
    desk.api('POST', `/api/customers/${customerId}/template-messages`, {
      ...{ messageId: crypto.randomUUID(), channelId: meta.phoneNumberId, template, values: order, minutes: null },
      ...change,
    });

  it('a template is sent once, and stands in the conversation with its words and how far it got', async () => {
    const desk = await seat('Sari');
    const kim = await stranger(desk, { messages: 'delivered' });
    const found = { templates: [{ name: 'order_ready', category: 'UTILITY' }], problem: null };
    await expect.poll(() => choices(desk, kim, 'text')).toMatchObject(found);
    const before = (await asked('message:template')).length;
    const messageId = crypto.randomUUID();
    const both = await Promise.all([send(desk, kim, { messageId }), send(desk, kim, { messageId })]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(await send(desk, kim, { messageId })).toMatchObject({ status: 201 });
    expect(await asked('message:template')).toHaveLength(before + 1);
    const told = async () => (await pageOf(desk, kim)).timeline.find(({ kind }) => kind === 'texted');
    await expect.poll(told).toMatchObject({
      by: 'template',
      text: 'Hello Kim, your order ON-1 is ready to be fetched.',
      state: 'delivered',
    });
    await world.sandbox.setMessages(kim.id, 'read');
    await expect.poll(told).toMatchObject({ state: 'read' });
  });

  it('a template is not sent again when Meta did not answer', async () => {
    const desk = await seat('Sari');
    const kim = await stranger(desk);
    const before = (await asked('message:template')).length;
    const messageId = crypto.randomUUID();
    await world.sandbox.failGraph({ kind: 'hang', action: 'message:template' });
    const unknown = { status: 201, body: { state: 'unknown' } };
    expect(await send(desk, kim, { messageId })).toMatchObject(unknown);
    expect(await send(desk, kim, { messageId })).toMatchObject(unknown);
    expect(await asked('message:template')).toHaveLength(before + 1);
  });

  it('a template that cannot be sent is refused in words, and what did not leave may be tried again', async () => {
    const desk = await seat('Sari');
    const kim = await stranger(desk);
    const few = { values: { header: {}, body: { 1: 'Kim' } } };
    expect(await send(desk, kim, few)).toMatchObject({
      status: 409,
      body: { code: 'talk.templateWords', title: expect.stringContaining('{{2}}') },
    });
    const gone = { status: 409, body: { code: 'talk.templateGone' } };
    expect(await send(desk, kim, { template: { name: 'order_link', language: 'en' } })).toMatchObject(gone);
    expect(await send(desk, kim, { template: invitation })).toMatchObject(gone);
    const messageId = crypto.randomUUID();
    await world.sandbox.failGraph({ kind: 'error', action: 'message:template', code: 132015 });
    expect(await send(desk, kim, { messageId })).toMatchObject({
      status: 409,
      body: { code: 'meta.132015', title: expect.stringContaining('paused') },
    });
    expect(await send(desk, kim, { messageId })).toMatchObject({ status: 201 });
  });

  it('a template is for outside of it only', async () => {
    const desk = await seat('Sari');
    const ada = await writer(desk);
    expect(await send(desk, ada)).toMatchObject({ status: 409, body: { code: 'talk.windowOpen' } });
  });

  it('an invitation goes by a template with a button, and the call rings whoever invited', async () => {
    const rafi = await seat('Rafi');
    const sari = await seat('Sari');
    const kim = await stranger(sari);
    const found = { templates: [{ name: 'call_us', buttons: ['Call us'] }], problem: null };
    await expect.poll(() => choices(sari, kim, 'callInvitation')).toMatchObject(found);
    expect(await send(sari, kim, { template: invitation, minutes: 60 })).toMatchObject({ status: 201 });
    const call = await world.sandbox.pressCallButton(kim.id);
    const ring = await sari.next('ring');
    expect(ring.reason).toBe('they called by your invitation');
    expect(rafi.heard.filter(({ fact }) => fact === 'ring')).toEqual([]);
    await call.hangUp();
    await sari.next('call.over');
    const { timeline } = await pageOf(sari, kim);
    expect(timeline.find(({ kind }) => kind === 'invited')).toMatchObject({ by: 'template' });
    expect(timeline.find(({ kind }) => kind === 'called')).toMatchObject({ invitedBy: expect.any(String) });
  });
});

it('leaves in the log neither words nor numbers, nor ids that hold one', async () => {
  const desk = await seat('Sari');
  const ada = await writer(desk);
  await write(desk, ada, 'Between us');
  const log = () => world.relay.log.join('\n');
  await expect.poll(log).toContain('Message given to WhatsApp');
  expect(log()).not.toMatch(/Between us|Hello|wamid\.|4940\d/);
});
