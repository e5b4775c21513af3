import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Colleague,
  type CustomersPage,
  colleaguesSchema,
  customerPageSchema,
  customersPageSchema,
} from '../../src/contract/api/customers.ts';
import { meta } from '../support/relay-process.ts';
import { sharedWorld } from '../support/shared-world.ts';
import type { TestDesk } from '../support/test-desk.ts';

const { world, seat } = sharedWorld();
let count = 0;

beforeEach(async () => {
  // Meta cannot be asked what it holds: only what the webhooks told counts.
  await world.sandbox.failGraph({ kind: 'error', action: 'call_permissions', code: 131000, times: 1_000 });
});

type Person = { bsuid?: string; phone?: string; name: string };

/** A message of a customer, with the keys that it happens to carry; what became of it is known once it was answered. */
async function writes({ bsuid, phone, name }: Person, said: Record<string, unknown> = {}): Promise<void> {
  const from = { ...(bsuid ? { from_user_id: bsuid } : {}), ...(phone ? { from: phone } : {}) };
  const contact = { profile: { name }, ...(bsuid ? { user_id: bsuid } : {}), ...(phone ? { wa_id: phone } : {}) };
  const id = `wamid.${++count}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  await world.sandbox.deliver('messages', {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '13175551399', phone_number_id: meta.phoneNumberId },
    contacts: [contact],
    messages: [{ ...from, id, timestamp, type: 'text', text: { body: 'Hello' }, ...said }],
  });
  await expect
    .poll(async () => (await world.sandbox.deliveries()).every(({ state }) => state === 'delivered'))
    .toBe(true);
}

const someone = () => ({ bsuid: `US.${9_000 + ++count}`, phone: `4930${1_000_000 + count}`, name: 'Ada Example' });
const list = async (desk: TestDesk, query: string): Promise<CustomersPage> =>
  customersPageSchema.parse((await desk.api('GET', `/api/customers?${query}`)).body);
const idOf = async (desk: TestDesk, search: string) => (await list(desk, `search=${search}`)).customers[0]?.customer.id;
const open = async (desk: TestDesk, id: string | undefined) =>
  customerPageSchema.parse((await desk.api('GET', `/api/customers/${id}`)).body);
const edit = (desk: TestDesk, id: string | undefined, change: unknown) =>
  desk.api('PATCH', `/api/customers/${id}`, change);
const granted = {
  type: 'interactive',
  interactive: {
    type: 'call_permission_reply',
    call_permission_reply: { response: 'accept', is_permanent: true, response_source: 'user_action' },
  },
};

describe('one person who was kept twice', () => {
  it('is one as soon as a webhook shows it, with everything of both, and desks that have either open are told', async () => {
    const desk = await seat('Sari');
    const { bsuid, phone, name } = someone();
    await writes({ phone, name }, granted);
    const first = await idOf(desk, phone);
    await edit(desk, first, {
      givenName: { was: null, is: 'Ada of the bakery' },
      notes: { was: '', is: 'Pays late.' },
      tags: { add: ['Bakery', 'vip'], remove: [] },
    });
    await writes({ bsuid, name: `Nameless ${bsuid}` });
    const second = await idOf(desk, `Nameless ${bsuid}`);
    expect(second).not.toBe(first);
    await edit(desk, second, { notes: { was: '', is: 'Prefers mornings.' }, tags: { add: ['VIP'], remove: [] } });
    await desk.ask('customer.watch', { customerId: second ?? '' });

    await writes({ bsuid, phone, name });
    expect(await desk.next('customer.changed', ({ customerId }) => customerId === second)).toBeDefined();
    expect(await desk.next('customer.changed', ({ customerId }) => customerId === first)).toBeDefined();
    const page = await open(desk, second);
    const { customer, card } = await open(desk, first);
    expect([page.customer, page.card]).toEqual([customer, card]);
    expect(page.customer).toMatchObject({ id: first, name: 'Ada of the bakery', ownName: name, phone: `+${phone}` });
    expect(page.card).toEqual({
      givenName: 'Ada of the bakery',
      notes: 'Pays late.\n\nPrefers mornings.',
      tags: ['Bakery', 'VIP'],
      assignedTo: null,
    });
    expect(page.channels[0]?.standing.permission.kind).toBe('permanent');
    expect((await list(desk, `search=${phone}`)).customers).toHaveLength(1);
    await writes({ bsuid, name });
    expect((await list(desk, `search=${bsuid}`)).customers).toHaveLength(0);
  });

  it('has the call that rings meanwhile', async () => {
    const desk = await seat('Sari');
    const { phone, name } = someone();
    const caller = await world.sandbox.addCustomer({ name, phone, media: 'none' });
    await writes({ phone, name: 'Earlier' });
    const earlier = await idOf(desk, phone);
    await writes({ bsuid: caller.userId, name: `Later ${caller.userId}` });
    const call = await world.sandbox.placeCall({ customerId: caller.id });
    const ring = await desk.next('ring');
    expect(ring.customer.id).toBe(earlier);
    await call.hangUp();
    expect((await desk.next('call.over')).customer.id).toBe(earlier);
    const later = await desk.api('GET', `/api/calls?customerId=${earlier}`);
    expect(later.body).toMatchObject({ calls: [{ callId: ring.callId }] });
  });

  it('is not the one who has the number now', async () => {
    const desk = await seat('Sari');
    const before = someone();
    await writes({ ...before, name: `Before ${before.bsuid}` });
    const old = await idOf(desk, `Before ${before.bsuid}`);
    await writes({ bsuid: `US.${8_000 + count}`, phone: before.phone, name: 'After' });
    expect((await open(desk, old)).customer).toMatchObject({ name: `Before ${before.bsuid}`, phone: null });
    expect((await open(desk, await idOf(desk, before.phone))).customer.name).toBe('After');
  });
});

describe('what agents write about a customer', () => {
  it('is searched and filtered by, and their own name stays to be seen', async () => {
    const [desk, other] = [await seat('Sari'), await seat('Rafi')];
    const person = someone();
    await writes(person);
    const id = await idOf(desk, person.phone);
    await other.ask('customer.watch', { customerId: id ?? '' });
    const change = {
      givenName: { was: null, is: ' Zoë Schmidt ' },
      notes: { was: '', is: 'Wants a Zubrowka.' },
      tags: { add: ['Key Account'], remove: [] },
    };
    expect(await edit(desk, id, change)).toMatchObject({ status: 200, body: { givenName: 'Zoë Schmidt' } });
    await other.next('customer.changed', ({ customerId }) => customerId === id);
    for (const query of ['search=schmidt', 'search=zubrow', 'search=key%20acc', 'tag=key%20account']) {
      const { customers, tags } = await list(desk, query);
      expect(customers).toMatchObject([
        { customer: { id, name: 'Zoë Schmidt', ownName: person.name }, tags: ['Key Account'] },
      ]);
      expect(tags).toContain('Key Account');
    }
  });

  it('is not written over unseen, and not endless', async () => {
    const desk = await seat('Sari');
    const person = someone();
    await writes(person);
    const id = await idOf(desk, person.phone);
    await edit(desk, id, { notes: { was: '', is: 'Mine' } });
    expect(await edit(desk, id, { notes: { was: '', is: 'Theirs' } })).toMatchObject({
      status: 409,
      body: { code: 'card.notes', title: expect.stringContaining('A colleague has changed the notes') },
    });
    expect((await open(desk, id)).card.notes).toBe('Mine');
    expect(await edit(desk, id, { notes: { was: 'Mine', is: 'x'.repeat(4_001) } })).toMatchObject({ status: 400 });
  });
});

async function colleague(desk: TestDesk, id: string | undefined, name: string): Promise<Colleague> {
  const { colleagues } = colleaguesSchema.parse((await desk.api('GET', `/api/customers/${id}/colleagues`)).body);
  const found = colleagues.find((one) => one.name.startsWith(name));
  if (found === undefined) throw new Error(`no ${name} among the colleagues`);
  return found;
}

describe('a customer who is assigned to an agent', () => {
  it('rings there first, and at the others when it is declined', async () => {
    const [longest, own] = [await seat('Sari'), await seat('Putu')];
    const { phone, name } = someone();
    await writes({ phone, name });
    const id = await idOf(longest, phone);
    const putu = await colleague(longest, id, 'Putu');
    expect(await edit(longest, id, { assignedTo: { was: null, is: putu.id } })).toMatchObject({
      status: 200,
      body: { assignedTo: putu },
    });
    const caller = await world.sandbox.addCustomer({ name, phone, media: 'none' });
    await world.sandbox.placeCall({ customerId: caller.id });
    const ring = await own.next('ring');
    expect(ring.reason).toBe('they are assigned to you');
    await own.ask('decline', { callId: ring.callId, ringId: ring.ringId });
    expect(await longest.next('ring')).toMatchObject({ callId: ring.callId, reason: 'a colleague could not take it' });
  });

  it('is assigned to nobody who is not there, and not over a colleague’s choice', async () => {
    const desk = await seat('Sari');
    const { phone, name } = someone();
    await writes({ phone, name });
    const id = await idOf(desk, phone);
    expect(await edit(desk, id, { assignedTo: { was: null, is: 'nobody-i-know' } })).toMatchObject({
      status: 409,
      body: { code: 'card.notAble' },
    });
    const sari = await colleague(desk, id, 'Sari');
    const toSari = { assignedTo: { was: null, is: sari.id } };
    expect(await edit(desk, id, toSari)).toMatchObject({ status: 200 });
    expect(await edit(desk, id, toSari)).toMatchObject({ status: 200 });
    expect(await edit(desk, id, { assignedTo: { was: 'somebody else', is: null } })).toMatchObject({
      status: 409,
      body: { code: 'card.assignedTo' },
    });
    expect((await open(desk, id)).card.assignedTo).toEqual(sari);
  });
});
