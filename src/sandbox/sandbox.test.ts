import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectResponseSchema, metaErrorSchema } from '../contract/meta/graph.ts';
import { SandboxClient } from './client.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { silentSdp } from './sdp/canned.ts';
import { Business, BusinessPhone, graphOf } from './testing/business.ts';

const PNID = '436666719526789';
const TOKEN = 'sandbox-access-token';

let business: Business;
let sandbox: Sandbox;
let client: SandboxClient;
let graph: ReturnType<typeof graphOf>;
const phones: BusinessPhone[] = [];

const phone = (): BusinessPhone => {
  const made = new BusinessPhone();
  phones.push(made);
  return made;
};

beforeEach(async () => {
  business = new Business();
  await business.start('sandbox-app-secret', 'sandbox-verify-token');
  sandbox = await startSandbox({
    logLevel: 'error',
    behaviour: { webhookUrl: business.url, webhookRetryDelaysMs: [10, 10] },
  });
  client = new SandboxClient(sandbox.url);
  graph = graphOf(sandbox.graphUrl, PNID, TOKEN);
});

afterEach(async () => {
  for (const one of phones.splice(0)) one.close();
  await sandbox.close();
  await business.close();
});

const errorOf = ({ json }: { json: unknown }) => metaErrorSchema.parse(json).error;
const silentCustomer = (phoneNumber: string) => client.addCustomer({ name: 'Ada', phone: phoneNumber, media: 'none' });

describe('a customer calls', () => {
  it('and both hear each other from accept until the business ends it', async () => {
    const customer = await client.addCustomer({ name: 'Ada', phone: '16315553602', speaks: { toneHz: 440 } });
    const call = await client.placeCall({ customerId: customer.id });
    const connect = await business.heardOf('connect', call.id);
    expect(connect).toMatchObject({ from: '16315553602', direction: 'USER_INITIATED', from_user_id: customer.userId });

    const agent = phone();
    const answer = await agent.answer(connect.session?.sdp ?? '');
    expect((await graph.act('pre_accept', call.id, answer)).json).toEqual({
      messaging_product: 'whatsapp',
      success: true,
    });
    expect((await graph.act('accept', call.id, answer, { biz_opaque_callback_data: 'ticket-77' })).status).toBe(200);
    agent.speak(700);

    const heard = await call.waitFor('hears', { hz: 700, minSeconds: 0.6 });
    expect(heard.earlyMedia).toBe(false);
    expect((await agent.hears(0.6)).dominantHz).toBeGreaterThan(430);
    expect(agent.heard.dominantHz).toBeLessThan(450);

    expect((await graph.act('terminate', call.id)).status).toBe(200);
    const end = await business.heardOf('terminate', call.id);
    expect(end).toMatchObject({ status: 'COMPLETED', biz_opaque_callback_data: 'ticket-77' });
    expect(end.start_time).toBeDefined();
    expect(await call.state()).toMatchObject({ phase: 'ended', endedBy: 'business' });
    expect((await call.graphRequests()).map(({ action, applied }) => [action, applied])).toEqual([
      ['pre_accept', true],
      ['accept', true],
      ['terminate', true],
    ]);
  });

  it('and says nothing before the business has sent its first packet', async () => {
    const customer = await client.addCustomer({ name: 'Ada', phone: '16315553602' });
    const call = await client.placeCall({ customerId: customer.id });
    const agent = phone();
    const answer = await agent.answer((await business.heardOf('connect')).session?.sdp ?? '');
    await graph.act('accept', call.id, answer);
    expect((await call.state()).speaking).toBe(false);
    agent.speak(500);
    await call.waitFor('speaking');
  });

  it('and audio before accept counts as answered on her side', async () => {
    const customer = await client.addCustomer({ name: 'Ada', phone: '16315553602' });
    const call = await client.placeCall({ customerId: customer.id });
    const agent = phone();
    const answer = await agent.answer((await business.heardOf('connect')).session?.sdp ?? '');
    await graph.act('pre_accept', call.id, answer);
    agent.speak(500);
    const state = await call.waitFor('speaking');
    expect(state).toMatchObject({ earlyMedia: true, phase: 'preAccepted' });
  });

  it('and the call fails when no audio of the business comes', async () => {
    await client.behave({ mediaStartMs: 100 });
    const customer = await client.addCustomer({ name: 'Ada', phone: '16315553602' });
    const call = await client.placeCall({ customerId: customer.id });
    const agent = phone();
    await graph.act('accept', call.id, await agent.answer((await business.heardOf('connect')).session?.sdp ?? ''));
    const end = await business.heardOf('terminate', call.id);
    expect(end.status).toBe('FAILED');
    expect(await call.state()).toMatchObject({ endedBy: 'failure', failure: 138021 });
  });

  it('and it ends when the audio of the business dries up', async () => {
    await client.behave({ mediaGapMs: 200 });
    const customer = await client.addCustomer({ name: 'Ada', phone: '16315553602' });
    const call = await client.placeCall({ customerId: customer.id });
    const agent = phone();
    await graph.act('accept', call.id, await agent.answer((await business.heardOf('connect')).session?.sdp ?? ''));
    agent.speak(500);
    await call.waitFor('hears');
    agent.close();
    expect((await business.heardOf('terminate', call.id)).status).toBe('FAILED');
  });

  it('and nobody answers', async () => {
    await client.behave({ userRingMs: 50 });
    const { id } = await silentCustomer('16315553603');
    const call = await client.placeCall({ customerId: id });
    const end = await business.heardOf('terminate', call.id);
    expect(end.start_time).toBeUndefined();
    expect(await call.state()).toMatchObject({ endedBy: 'timeout' });
  });

  it('and gives up while it rings', async () => {
    const { id } = await silentCustomer('16315553603');
    const call = await client.placeCall({ customerId: id });
    await call.hangUp();
    expect((await business.heardOf('terminate', call.id)).start_time).toBeUndefined();
    const late = await graph.act('accept', call.id, silentSdp('active', 'audio'));
    expect(errorOf(late)).toMatchObject({ code: 100, error_data: { details: 'The call has already ended' } });
  });

  it('and only one of two accepts is taken', async () => {
    const { id } = await silentCustomer('16315553603');
    const call = await client.placeCall({ customerId: id });
    const sdp = silentSdp('active', 'audio');
    const both = await Promise.all([graph.act('accept', call.id, sdp), graph.act('accept', call.id, sdp)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect((await call.graphRequests('accept')).filter(({ applied }) => applied)).toHaveLength(1);
  });

  it('and an accept with another SDP than pre_accept is refused', async () => {
    const { id } = await silentCustomer('16315553603');
    const call = await client.placeCall({ customerId: id });
    await graph.act('pre_accept', call.id, silentSdp('active', 'audio'));
    const refused = await graph.act('accept', call.id, silentSdp('active', 'audio'));
    expect(errorOf(refused).error_data?.details).toContain('differs');
    expect((await call.state()).phase).toBe('preAccepted');
  });

  it('and an answer that only receives is taken, with a warning in the journal', async () => {
    const { id } = await silentCustomer('16315553603');
    const call = await client.placeCall({ customerId: id });
    const sdp = silentSdp('active', 'audio').replace('a=sendrecv', 'a=recvonly');
    expect((await graph.act('accept', call.id, sdp)).status).toBe(200);
    expect(await call.graphRequests('accept')).toMatchObject([
      { applied: true, warnings: [expect.stringContaining('138021')] },
    ]);
  });

  it('and a call that is not accepted can only be rejected when Meta is strict', async () => {
    await client.behave({ terminateBeforeAccept: 'refused' });
    const { id } = await silentCustomer('16315553603');
    const call = await client.placeCall({ customerId: id });
    expect(errorOf(await graph.act('terminate', call.id)).code).toBe(100);
    await graph.act('pre_accept', call.id, silentSdp('active', 'audio'));
    expect(errorOf(await graph.act('terminate', call.id)).code).toBe(100);
    expect((await graph.act('reject', call.id)).status).toBe(200);

    const { id: other } = await silentCustomer('16315553604');
    const taken = await client.placeCall({ customerId: other });
    await graph.act('accept', taken.id, silentSdp('active', 'audio'));
    expect((await graph.act('terminate', taken.id)).status).toBe(200);
  });

  it('and without a fingerprint Graph says so', async () => {
    const { id } = await silentCustomer('16315553603');
    const call = await client.placeCall({ customerId: id });
    const sdp = silentSdp('active', 'audio').replace(/a=fingerprint.*\r\n/, '');
    expect(errorOf(await graph.act('accept', call.id, sdp))).toMatchObject({
      code: 100,
      message: '(#100) Invalid parameter',
      error_data: { details: 'No fingerprint found in SDP' },
    });
  });

  it('and the call gives permission to call back when the number is set so', async () => {
    await graph.ask('POST', `/${PNID}/settings`, { calling: { callback_permission_status: 'ENABLED' } });
    const { id } = await silentCustomer('16315553603');
    await (await client.placeCall({ customerId: id })).hangUp();
    await business.until(() => business.posts.some(({ body }) => body.includes('"response_source":"automatic"')));
    const { json } = await graph.ask('GET', `/${PNID}/call_permissions?user_wa_id=16315553603`);
    expect(json).toMatchObject({ permission: { status: 'temporary' } });
  });
});

describe('the business calls', () => {
  it('and both hear each other once the customer picks up', async () => {
    const customer = await client.addCustomer({
      name: 'Ada',
      phone: '16315553602',
      onCall: { kind: 'picksUp', afterMs: 50 },
    });
    await client.setPermission(customer.id, 'temporary');
    const agent = phone();
    const started = await graph.connect('+1 631 555 3602', await agent.offer(), {
      biz_opaque_callback_data: 'ticket-78',
    });
    const id = connectResponseSchema.parse(started.json).calls[0]?.id ?? '';
    const connect = await business.heardOf('connect', id);
    expect(connect).toMatchObject({ direction: 'BUSINESS_INITIATED', biz_opaque_callback_data: 'ticket-78' });
    await agent.takeAnswer(connect.session?.sdp ?? '');
    agent.speak(700);
    const call = client.call(id);
    await call.waitFor('hears', { hz: 700 });
    await agent.hears(0.3);
    await business.until(() => business.statuses.some(({ status }) => status === 'ACCEPTED'));
    await call.hangUp();
    expect((await business.heardOf('terminate', id)).start_time).toBeDefined();
  });

  it('and permission is taken back after four calls in vain', async () => {
    const customer = await client.addCustomer({
      name: 'Ada',
      phone: '16315553602',
      media: 'none',
      onCall: { kind: 'rejects', afterMs: 0 },
    });
    await client.setPermission(customer.id, 'permanent');
    for (let round = 0; round < 4; round += 1) {
      const { json } = await graph.connect('16315553602', silentSdp('actpass', '0'));
      await business.heardOf('terminate', connectResponseSchema.parse(json).calls[0]?.id);
    }
    expect(errorOf(await graph.connect('16315553602', silentSdp('actpass', '0'))).code).toBe(138006);
  });

  it('and ACCEPTED overtakes RINGING when asked', async () => {
    const customer = await client.addCustomer({ name: 'Ada', phone: '16315553602', media: 'none' });
    await client.setPermission(customer.id, 'permanent');
    await client.mischief({ kind: 'statusesOutOfOrder' });
    await graph.connect('16315553602', silentSdp('actpass', '0'));
    await business.until(() => business.statuses.length === 2);
    expect(business.statuses.map(({ status }) => status)).toEqual(['ACCEPTED', 'RINGING']);
  });

  it('after asking for permission inside the service window', async () => {
    const customer = await client.addCustomer({
      name: 'Ada',
      phone: '16315553602',
      onPermissionRequest: { kind: 'grantsTemporary', afterMs: 0 },
    });
    const ask = () =>
      graph.ask('POST', `/${PNID}/messages`, {
        messaging_product: 'whatsapp',
        to: '16315553602',
        type: 'interactive',
        interactive: { type: 'call_permission_request', action: { name: 'call_permission_request' } },
      });
    await ask();
    await business.until(() => business.posts.some(({ body }) => body.includes('131047')));
    await client.writeMessage(customer.id, 'Hello');
    await ask();
    await business.until(() => business.posts.some(({ body }) => body.includes('"response_source":"user_action"')));
    const { json } = await graph.ask('GET', `/${PNID}/call_permissions?user_wa_id=16315553602`);
    expect(json).toMatchObject({ permission: { status: 'temporary' } });
    expect(errorOf(await ask()).code).toBe(138009);
  });

  it('but not without permission, and not twice at a time', async () => {
    const customer = await silentCustomer('16315553602');
    const refused = await graph.connect('16315553602', silentSdp('actpass', '0'));
    expect([refused.status, errorOf(refused).code]).toEqual([401, 138006]);
    await client.setPermission(customer.id, 'permanent');
    await graph.connect('16315553602', silentSdp('actpass', '0'));
    expect(errorOf(await graph.connect('16315553602', silentSdp('actpass', '0'))).code).toBe(138003);
  });
});

describe('webhooks', () => {
  it('are signed over escaped bytes and retried until 200', async () => {
    business.answers.push(500, 202);
    const { id } = await client.addCustomer({ name: 'Zoë/Ünal', username: 'zoe', media: 'none' });
    const call = await client.placeCall({ customerId: id });
    await business.until(() => business.posts.length === 3);
    expect(business.posts.every(({ signed }) => signed)).toBe(true);
    expect(business.posts[0]?.body).toContain('Zo\\u00eb\\/\\u00dcnal');
    expect(business.events[0]?.from).toBeUndefined();
    expect((await client.deliveries(call.id))[0]).toMatchObject({ state: 'delivered' });
  });

  it('come twice and before their time when asked', async () => {
    const { id } = await silentCustomer('16315553603');
    await client.mischief({ kind: 'terminateBeforeConnect' });
    await client.mischief({ kind: 'duplicate' });
    await (await client.placeCall({ customerId: id })).hangUp();
    await business.until(() => business.events.length === 4);
    expect(business.events.map(({ event }) => event)).toEqual(['terminate', 'terminate', 'connect', 'connect']);
  });

  it('come forged first, and again when their answer is lost', async () => {
    const { id } = await silentCustomer('16315553603');
    await client.mischief({ kind: 'badSignature' });
    await client.mischief({ kind: 'answerLost' });
    business.answers.push(401);
    await (await client.placeCall({ customerId: id })).hangUp();
    await business.until(() => business.posts.length === 4);
    expect(business.posts.filter(({ signed }) => !signed)).toHaveLength(1);
    expect(business.events.map(({ event }) => event).sort()).toEqual(['connect', 'connect', 'terminate', 'terminate']);
  });

  it('come in one post, and old, when asked', async () => {
    const [{ id: one }, { id: other }] = await Promise.all([
      silentCustomer('16315553603'),
      silentCustomer('16315553604'),
    ]);
    await client.mischief({ kind: 'batch', size: 2 });
    await client.mischief({ kind: 'staleConnect', seconds: 300 });
    await client.placeCall({ customerId: one });
    await client.placeCall({ customerId: other });
    await business.until(() => business.posts.length === 1);
    expect(business.posts[0]?.fields).toEqual(['calls', 'calls']);
    await client.placeCall({ customerId: (await silentCustomer('16315553605')).id });
    await business.until(() => business.events.length === 3);
    const age = Date.now() / 1000 - (business.events[2]?.timestamp ?? 0);
    expect(age).toBeGreaterThan(299);
  });

  it('bring fields and events that nobody knows', async () => {
    await client.deliver('sparkles', { shine: true });
    await business.until(() => business.posts.length === 1);
    expect(business.posts[0]).toMatchObject({ signed: true, fields: ['sparkles'] });
  });
});

it('lets a relay prove its webhook', async () => {
  expect(await client.verifyWebhook()).toEqual({ status: 'verified' });
});

it('refuses a wrong token, an unknown number and a control that makes no sense', async () => {
  const stranger = graphOf(sandbox.graphUrl, PNID, 'another-token');
  const refused = await stranger.act('reject', 'wacid.1');
  expect([refused.status, errorOf(refused).code]).toEqual([401, 190]);
  const bare = await fetch(`${sandbox.graphUrl}/${PNID}/settings`, { headers: { authorization: TOKEN } });
  expect([bare.status, errorOf({ json: await bare.json() }).code]).toEqual([401, 190]);
  expect(errorOf(await graph.ask('GET', '/12345/settings')).code).toBe(33);
  expect(errorOf(await graph.ask('POST', '/nothing/here')).code).toBe(100);
  await expect(client.placeCall({ customerId: 'nobody' })).rejects.toMatchObject({ status: 404 });
});

it('can fail, be late or stay silent on Graph, having done the thing or not', async () => {
  const { id } = await silentCustomer('16315553603');
  const call = await client.placeCall({ customerId: id });
  await client.failGraph({ kind: 'error', action: 'reject', code: 131016, applied: true });
  expect((await graph.act('reject', call.id)).status).toBe(500);
  expect((await call.graphRequests('reject'))[0]).toMatchObject({ status: 500, applied: true, fault: 'error' });
  expect((await call.state()).phase).toBe('ended');
});
