import { week } from '../../src/domain/permission/rules.ts';
import type { CustomerInput } from '../../src/sandbox/customers/customer.ts';
import { notifications } from '../support/desktop.ts';
import { listenOnceHeard } from '../support/listen.ts';
import { look as lookAt, narrow, wide } from '../support/look.ts';
import { meta } from '../support/relay-process.ts';
import type { Softphone } from '../support/softphone.ts';
import { agentHz } from '../support/voice-wav.ts';
import type { World } from '../support/world.ts';
import { expect, parts, test } from './fixtures.ts';

const dewi = { name: 'Dewi Anggraini', phone: '6281255501000' };
const nour = { name: 'Nour', phone: '6281255501002' };
const rafi = { name: 'Rafi Pratama', phone: '6281255501001' };

/** What a customer's page is known by. */
function customerPage({ page }: Pick<Softphone, 'page'>) {
  const details = page.getByRole('region', { name: /^Details of/ });
  const ask = page.getByRole('dialog', { name: 'Ask for permission' });
  return {
    details,
    permission: details.getByRole('region', { name: 'Permission' }),
    timeline: details.getByRole('region', { name: 'Timeline' }),
    call: details.getByRole('button', { name: 'Call', exact: true }),
    askButton: details.getByRole('button', { name: 'Ask for permission' }).first(),
    ask,
    message: ask.getByRole('textbox', { name: 'Message' }),
    send: ask.getByRole('button', { name: 'Send' }),
    noPermission: page.getByRole('alertdialog', { name: 'No permission to call' }),
  };
}

/** A customer who has just called and hung up; they stand in Customers, opened. */
async function opened(
  sari: Softphone,
  { sandbox }: World,
  habits: Partial<CustomerInput> = {},
  { name, phone } = dewi,
): Promise<string> {
  const { ringing } = parts(sari);
  const { id } = await sandbox.addCustomer({ name, phone, speaks: { toneHz: 440 }, ...habits });
  const before = await sandbox.placeCall({ customerId: id });
  await expect(ringing).toBeVisible();
  await before.hangUp();
  await expect(ringing).toBeHidden();
  await open(sari, name);
  return id;
}

async function open(sari: Softphone, name: string): Promise<void> {
  const { goTo, row } = parts(sari);
  await goTo('Customers');
  await row(name).click();
  await expect(customerPage(sari).permission).toBeVisible();
}

/** The notifications of the system, by their titles, where there are any to be seen. */
async function expectNotice({ app }: Softphone, title: string): Promise<void> {
  if (app === null) return;
  await expect.poll(async () => (await notifications(app)).map((one) => one.title)).toContain(title);
}

test('an agent asks whether they may call', async ({ seat, world }) => {
  const sari = await seat('Sari');
  const { duration, end, goTo, row } = parts(sari);
  const { permission, timeline, call, ask, noPermission, askButton } = customerPage(sari);

  await test.step('the customer allows it, the agent is told, calls, and both hear each other', async () => {
    const customerId = await opened(
      sari,
      world,
      {
        onPermissionRequest: { kind: 'grantsTemporary', afterMs: 1_500 },
        onCall: { kind: 'picksUp', afterMs: 500 },
      },
      nour,
    );
    await expect(permission).toContainText('Calls not allowed yet');
    await call.click();
    await expect(noPermission).toContainText('The customer has not allowed calls.');
    await noPermission.getByRole('button', { name: 'Ask for permission' }).click();
    await expect(ask).toContainText('Free: the customer was in touch within 24 hours');
    await ask.getByRole('textbox', { name: 'Message' }).fill('May we call you about your order?');
    await ask.getByRole('button', { name: 'Send' }).click();
    await expect(timeline).toContainText('Sari asked for permission');
    await expect(permission).toContainText('no answer yet');
    await expect(askButton).toHaveAccessibleDescription(/Asking works again in 2[34] hours/);

    await expect(sari.page.getByText(/^Nour allows calls until/)).toBeVisible();
    await expectNotice(sari, 'Nour allows calls');
    await expect(permission).toContainText('Calls allowed until');
    await expect(permission.getByRole('timer')).toHaveText(/^(6 days 23 h|7 days 0 h)$/);
    await expect(timeline).toContainText('The customer allowed calls for a time');
    await sari.page.getByRole('status').getByRole('button', { name: 'Call', exact: true }).click();
    const made = await world.sandbox.nextCall({ customerId });
    await expect(duration).toBeVisible();
    const [, agent] = await Promise.all([
      made.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 0.5, timeoutMs: 20_000 }),
      listenOnceHeard(sari.voice, 0.5),
    ]);
    expect(Math.abs(agent.dominantHz - 440)).toBeLessThan(15);
    await end.click();
    await made.waitFor('ended');
    await expect(timeline).toContainText('We called');
  });

  await test.step('a customer declines: the agent is told, and a call from anywhere ends at the pop-up', async () => {
    await opened(sari, world, { onPermissionRequest: { kind: 'declines', afterMs: 500 } });
    await goTo('Calls');
    await row(dewi.name).click();
    await sari.page.getByRole('button', { name: 'Call', exact: true }).click();
    await expect(noPermission).toBeVisible();
    await noPermission.getByRole('button', { name: 'Ask for permission' }).click();
    await ask.getByRole('button', { name: 'Send' }).click();
    await expect(ask).toBeHidden();
    await expect(sari.page.getByText('Dewi Anggraini declined to be called.')).toBeVisible();
    await expectNotice(sari, 'Dewi Anggraini declined to be called');
    await expect(permission).toContainText('Calls declined');
    await expect(timeline).toContainText('The customer declined calls');
    await call.click();
    await expect(noPermission).toContainText('The customer declined to be called.');
    await expect(askButton).toHaveAccessibleDescription(/Asking works again in/);
    await sari.page.keyboard.press('Escape');
    await expect(noPermission).toBeHidden();
  });

  await test.step('a customer does not pick up: the fourth such call wants a reason; then the permission is gone', async () => {
    const customerId = await opened(sari, world, { onCall: { kind: 'rejects', afterMs: 0 } }, rafi);
    await world.sandbox.setPermission(customerId, 'permanent', true);
    await expect(permission).toContainText('Calls allowed for good');
    for (const strikes of ['1 of 4', '2 of 4', '3 of 4']) {
      await call.click();
      await expect(permission).toContainText(strikes);
    }
    await call.click();
    const warning = sari.page.getByRole('alertdialog', { name: 'This call may cost the permission' });
    await warning.getByRole('textbox').fill('The parcel waits at the door');
    await warning.getByRole('button', { name: 'Call all the same' }).click();
    await expect(permission).toContainText('The permission is gone');
    await expect(timeline).toContainText('called all the same: The parcel waits at the door');
    await expect(timeline).toContainText('WhatsApp asked the customer whether calls may go on');
    await call.click();
    await expect(noPermission).toContainText('WhatsApp took the permission to call away');
  });
});

test('a permission comes by a template, by a message, or by a call; and it ends by its time', async ({
  host,
  seat,
  world,
}) => {
  const sari = await seat('Sari');
  const { page } = sari;
  const { sandbox } = world;
  const { details, permission, ask, askButton, call, message, send, timeline, noPermission } = customerPage(sari);
  const { end, goTo, row } = parts(sari);

  async function look(name: string, sizes: Parameters<typeof lookAt>[2] = { '': narrow }): Promise<void> {
    for (const viewport of Object.values(host === 'browser' ? sizes : { '': narrow })) {
      if (host === 'browser') await page.setViewportSize(viewport);
      // Its parts scroll, the window never does.
      expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight), name).toBe(true);
    }
    await lookAt(sari, name, sizes);
  }

  await page.getByRole('button', { name: 'Not now' }).click();

  await test.step('outside the 24 hours a template asks a customer who shares only a username, and what it costs is said', async () => {
    const { id } = await sandbox.addCustomer({
      name: 'Rafa',
      username: 'rafa.moto',
      onPermissionRequest: { kind: 'grantsPermanent', afterMs: 300 },
      onCall: { kind: 'neverAnswers' },
    });
    // All that is known of them is that they once said no in the profile.
    await sandbox.setPermission(id, 'none', true);
    await open(sari, 'Rafa');
    await expect(details).toContainText('@rafa.moto');
    await expect(permission).toContainText('Not now: the customer was not in touch for 24 hours');
    const write = details.getByRole('region', { name: 'Write' });
    await expect(write.getByRole('button', { name: 'Send' })).toHaveAccessibleDescription(
      /delivers approved templates only/,
    );
    await askButton.click();
    await expect(ask).toContainText('billed as a conversation');
    await expect(send).toHaveAccessibleDescription('Possible once you have written what the call is about.');
    await message.fill('your order 4711');
    await expect(ask).toContainText('May we call you about your order 4711?');
    await look('ask-by-template');
    await send.click();
    await expect(permission).toContainText('Calls allowed for good');
    await expect(timeline).toContainText('Sari asked for permission by a template');
    expect(await sandbox.graphRequests({ action: 'message:template' })).toHaveLength(1);
    await call.click();
    const made = await sandbox.nextCall({ customerId: id });
    await expect(page.getByText('Ringing…')).toBeVisible();
    await end.click();
    await made.waitFor('ended');
  });

  await test.step('a customer is searched and opened by keys, asked by a message, and does not pick up', async () => {
    await opened(sari, world, {
      onPermissionRequest: { kind: 'grantsTemporary', afterMs: 300 },
      onCall: { kind: 'rejects', afterMs: 0 },
    });
    await goTo('Customers');
    const search = page.getByRole('searchbox', { name: 'Search' });
    await search.fill('nobody of that name');
    await expect(page.getByText('Nothing found.')).toBeVisible();
    await search.fill('62812555');
    await expect(row(dewi.name)).toBeVisible();
    await page.getByRole('listbox', { name: 'Customers' }).focus();
    await page.keyboard.press('Enter');
    await expect(permission).toContainText('Calls not allowed yet');
    await call.click();
    await expect(noPermission).toBeVisible();
    await look('no-permission');
    await page.keyboard.press('Escape');
    await askButton.click();
    await expect(ask).toContainText('Free:');
    await look('ask-permission');
    await message.fill('May we call you about your order 4711?');
    await send.click();
    await expect(permission).toContainText('Calls allowed until');
    await call.click();
    await expect(permission).toContainText('1 of 4');
    await look('customer', { '': narrow, '-wide': wide });
  });

  await test.step('who calls may be called back, where the number has it so; a permission for a time ends by its time', async () => {
    await sandbox.changeNumber(meta.phoneNumberId, { settings: { callback_permission_status: 'ENABLED' } });
    const customerId = await opened(sari, world, { onCall: { kind: 'neverAnswers' } }, nour);
    await expect(permission).toContainText('WhatsApp gave it because the customer called.');
    await call.click();
    await sandbox.nextCall({ customerId });
    await expect(page.getByText('Ringing…')).toBeVisible();
    await end.click();

    // Seconds before it ends, in sight.
    await goTo('Calls');
    await world.forward(week - 5_000);
    await open(sari, nour.name);
    await expect(permission).toContainText('The permission has expired');
    await expect(timeline).toContainText('The permission expired');
    await call.click();
    await expect(noPermission).toContainText('The permission to call has expired.');
  });
});
