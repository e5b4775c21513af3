import { afterEach, describe, expect, it } from 'vitest';
import { type ListedTemplate, templatesSchema } from '../../src/contract/api/templates.ts';
import { emptyDraft, type TemplateDraft } from '../../src/domain/templates/draft.ts';
import { meta } from '../support/relay-process.ts';
import { sharedWorld } from '../support/shared-world.ts';
import type { TestDesk } from '../support/test-desk.ts';

const { world, seat } = sharedWorld();
let count = 0;

afterEach(async () => {
  await world.sandbox.behave({ templateReview: 'approves' });
});

const drafted = (change: Partial<TemplateDraft> = {}): TemplateDraft => ({
  ...emptyDraft,
  name: `may_we_call_${++count}`,
  header: 'About your order',
  body: 'Hello, may we call you about {{1}} this week?',
  footer: 'Example Shop',
  examples: { header: {}, body: { 1: 'order ON-1' } },
  ...change,
});
const create = (desk: TestDesk, draft: TemplateDraft) =>
  desk.api('POST', '/api/templates', { accountId: meta.wabaId, draft });
const list = async (desk: TestDesk) => templatesSchema.parse((await desk.api('GET', '/api/templates')).body);
const named = async (desk: TestDesk, name: string): Promise<ListedTemplate | undefined> =>
  (await list(desk)).templates.find((one) => one.name === name);
/** Awaits what a webhook changes: each change of templates is told to every desk. */
async function until(desk: TestDesk, name: string, status: string): Promise<ListedTemplate> {
  for (;;) {
    const found = await named(desk, name);
    if (found?.status.value.status === status) return found;
    await desk.next('templates.changed');
  }
}
const asked = async () =>
  (await world.sandbox.graphRequests()).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('message_templates'),
  ).length;

describe('the list', () => {
  it('has what is at Meta, however many pages it takes, and who may make more', async () => {
    const desk = await seat('Sari', { role: 'agent' });
    const { templates, accounts, mayCreate, problem } = await list(desk);
    expect(templates).toMatchObject([
      { name: 'may_we_call_you', kind: 'callPermission', status: { value: { status: 'approved' } } },
    ]);
    expect(accounts).toMatchObject([{ id: meta.wabaId }]);
    expect([mayCreate, problem]).toEqual([false, null]);
    await world.sandbox.behave({ templateReview: 'waits' });
    for (let more = 0; more < 120; more++) {
      await fetch(`${world.graphUrl}/${meta.wabaId}/message_templates`, {
        method: 'POST',
        headers: { authorization: `Bearer ${meta.accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          name: `many_${more}`,
          language: 'en',
          category: 'UTILITY',
          components: [{ type: 'BODY', text: 'Hello there.' }],
        }),
      });
    }
    const synced = templatesSchema.parse((await desk.api('POST', '/api/templates/sync', {})).body);
    expect(synced.templates.filter(({ kind }) => kind === 'other')).toHaveLength(120);
  });

  it('hears of one that was made elsewhere', async () => {
    const desk = await seat('Sari', { role: 'agent' });
    await list(desk);
    await fetch(`${world.graphUrl}/${meta.wabaId}/message_templates`, {
      method: 'POST',
      headers: { authorization: `Bearer ${meta.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'made_elsewhere',
        language: 'en',
        category: 'UTILITY',
        components: [{ type: 'BODY', text: 'Hello there.' }],
      }),
    });
    await until(desk, 'made_elsewhere', 'approved');
  });

  it('is kept, and says so when Meta cannot be asked', async () => {
    const desk = await seat('Sari', { role: 'supervisor' });
    await list(desk);
    await world.sandbox.failGraph({ kind: 'error', action: 'message_templates', code: 131000, http: 500 });
    const { status, body } = await desk.api('POST', '/api/templates/sync', {});
    expect(status).toBe(200);
    expect(body).toMatchObject({ problem: expect.stringContaining('What is shown may be old') });
    expect(templatesSchema.parse(body).templates.length).toBeGreaterThan(0);
  });
});

describe('making one', () => {
  it('goes to Meta, waits for its review, and is told to every desk', async () => {
    await world.sandbox.behave({ templateReview: 'waits' });
    const [desk, other] = [await seat('Sari', { role: 'supervisor' }), await seat('Rafi', { role: 'agent' })];
    const draft = drafted({ kind: 'callInvite', button: { text: 'Call us', lifetimeMinutes: 1440 } });
    const { status, body } = await create(desk, draft);
    expect(status).toBe(201);
    expect(await named(other, draft.name)).toMatchObject({
      kind: 'callInvite',
      header: { text: 'About your order' },
      body: draft.body,
      footer: 'Example Shop',
      buttons: ['Call us'],
      examples: { header: {}, body: { 1: 'order ON-1' } },
      status: { value: { status: 'pending', reason: null } },
      category: { value: 'UTILITY' },
    });
    const { id } = body as { id: string };
    await world.sandbox.reviewTemplate(id, 'REJECTED', 'PROMOTIONAL');
    expect((await until(other, draft.name, 'rejected')).status.value.reason).toBe('PROMOTIONAL');
    await world.sandbox.reviewTemplate(id, 'APPROVED');
    await until(other, draft.name, 'approved');
    const time = Math.floor(Date.now() / 1000) + 1;
    await world.sandbox.deliver('message_template_quality_update', {
      message_template_id: Number(id),
      previous_quality_score: 'GREEN',
      new_quality_score: 'YELLOW',
      time,
    });
    await expect.poll(async () => (await named(other, draft.name))?.quality.value).toBe('YELLOW');
    await desk.api('POST', '/api/templates/sync', {});
    expect(await named(other, draft.name)).toMatchObject({ status: { value: { status: 'approved' } } });
  });

  it('can be used to ask as soon as it is approved', async () => {
    await world.sandbox.behave({ templateReview: 'waits' });
    const desk = await seat('Sari', { role: 'supervisor' });
    const draft = drafted({ language: 'de', body: 'Guten Tag, dürfen wir Sie wegen {{1}} anrufen? Danke.' });
    const { body } = await create(desk, draft);
    const { id: customerId } = await world.sandbox.addCustomer({ name: 'Ada', phone: '4930555010', media: 'none' });
    const call = await world.sandbox.placeCall({ customerId });
    const { customer, channel } = await desk.next('ring');
    await call.hangUp();
    await desk.next('call.over');
    const { openDatabase } = await import('../../src/relay/store/database.ts');
    const db = await openDatabase(world.relay.dataDir);
    await db.updateTable('acquaintance').set({ in_touch_at: 1 }).execute();
    await db.destroy();
    const plan = () => desk.api('GET', `/api/customers/${customer.id}/permission-requests?channelId=${channel.id}`);
    expect((await plan()).body).toMatchObject({
      by: 'template',
      templates: [{ name: 'may_we_call_you', language: 'en', variables: 1 }],
    });
    await world.sandbox.reviewTemplate((body as { id: string }).id, 'APPROVED');
    await until(desk, draft.name, 'approved');
    expect((await plan()).body).toMatchObject({
      by: 'template',
      templates: [{ language: 'de', body: draft.body }, { language: 'en' }],
    });
    const ask = (template: unknown) =>
      desk.api('POST', `/api/customers/${customer.id}/permission-requests`, {
        requestId: crypto.randomUUID(),
        channelId: channel.id,
        message: 'Ihre Bestellung',
        template,
      });
    const gone = { name: 'gone', language: 'de' };
    expect(await ask(gone)).toMatchObject({ status: 409, body: { code: 'ask.templateGone' } });
    expect(await ask({ name: 'may_we_call_you', language: 'en' })).toMatchObject({ status: 201 });
    expect((await desk.api('GET', `/api/customers/${customer.id}`)).body).toMatchObject({
      timeline: expect.arrayContaining([
        expect.objectContaining({ kind: 'asked', text: 'May we call you about Ihre Bestellung?' }),
      ]),
    });
  });

  it('is for supervisors and admins', async () => {
    const before = await asked();
    const { mayNot } = (await import('../../src/relay/templates/problems.ts')).templateProblem;
    expect(await create(await seat('Rafi', { role: 'agent' }), drafted())).toMatchObject({
      status: 403,
      body: { code: mayNot.code, title: mayNot.sentence },
    });
    expect(await asked()).toBe(before);
  });

  it('with a mistake is refused before Meta is troubled, and what Meta refuses is said in words', async () => {
    const desk = await seat('Sari', { role: 'admin' });
    const before = await asked();
    expect(await create(desk, drafted({ body: '{{1}} is why we call you, if we may do so.' }))).toMatchObject({
      status: 400,
      body: { code: 'templates.faults', errors: [{ path: 'body', message: expect.stringContaining('edges') }] },
    });
    const draft = drafted();
    expect(await create(desk, draft)).toMatchObject({ status: 201 });
    expect(await create(desk, draft)).toMatchObject({ status: 409, body: { code: 'templates.thereAlready' } });
    expect(await asked()).toBe(before + 1);
    await world.sandbox.failGraph({ kind: 'error', action: 'message_templates', code: 100, details: 'Not like this' });
    expect(await create(desk, drafted())).toMatchObject({
      status: 409,
      body: { code: 'meta.100', title: expect.stringContaining('WhatsApp says: “Not like this”') },
    });
  });

  it('whose answer is lost is found in Meta’s list, and not made twice', async () => {
    const desk = await seat('Sari', { role: 'supervisor' });
    const draft = drafted();
    const before = await asked();
    await world.sandbox.failGraph({ kind: 'hang', action: 'message_templates', applied: true });
    expect(await create(desk, draft)).toMatchObject({ status: 201 });
    expect(await create(desk, draft)).toMatchObject({ status: 409, body: { code: 'templates.thereAlready' } });
    expect(await asked()).toBe(before + 1);
  });
});
