import { findViolations, takePictures } from '../support/look.ts';
import { meta } from '../support/relay-process.ts';
import { expect, parts, test } from './fixtures.ts';

test('a customer writes, an agent answers with a quick reply and invites them to call, and their call rings that agent', async ({
  host,
  seat,
  world,
}) => {
  const { sandbox, relay } = world;
  await relay.command('set', '--quick-replies', 'One moment, please.|Thank you for waiting.');
  const sari = await seat('Sari');
  const { goTo, row, ringing, decline } = parts(sari);
  const details = sari.page.getByRole('region', { name: /^Details of/ });
  const timeline = details.getByRole('region', { name: 'Timeline' });
  const message = details.getByRole('textbox', { name: 'Message to Dewi Anggraini' });
  const write = details.getByRole('region', { name: 'Write' });

  const kim = await sandbox.addCustomer({ name: 'Kim', username: 'kim.example', media: 'none' });
  // Known by what they chose in their profile, never in touch.
  await sandbox.setPermission(kim.id, 'permanent', true);

  const phone = '6281255501000';
  const { id } = await sandbox.addCustomer({ name: 'Dewi Anggraini', phone, media: 'none', messages: 'delivered' });
  await sandbox.writeMessage(id, 'Is anybody there?');
  const place = sari.page.getByRole('link', { name: 'Customers' });
  await expect(place).toHaveAccessibleDescription('1 unread');
  await goTo('Customers');
  await expect(row('Dewi Anggraini')).toHaveAccessibleDescription('1 unread');

  await row('Dewi Anggraini').click();
  await expect(timeline).toContainText('Is anybody there?');
  await expect(place).not.toHaveAccessibleDescription(/unread/);
  await expect(write).toContainText('You can write for 23 h 59 min more.');
  await write.getByRole('button', { name: 'Quick replies' }).click();
  await sari.page.getByRole('menuitem', { name: 'One moment, please.' }).click();
  await expect(message).toHaveValue('One moment, please.');
  await write.getByRole('button', { name: 'Send' }).click();
  await expect(message).toHaveValue('');
  const answer = timeline.getByRole('listitem').filter({ hasText: 'Sari wrote' });
  await expect(answer).toContainText('Delivered');
  await sandbox.setMessages(id, 'read');
  await expect(answer).toContainText('Read');
  await expect
    .poll(async () => (await sandbox.graphRequests({ action: 'read' })).length, 'the customer sees that it was read')
    .toBe(1);

  await write.getByRole('button', { name: 'Invite to call' }).click();
  const invitation = details.getByRole('dialog', { name: 'Invite to call' });
  await invitation.getByRole('textbox', { name: 'Message' }).fill('I have the answer.');
  if (host === 'browser') {
    expect(await findViolations(sari.page)).toEqual([]);
    await takePictures(sari.page, 'softphone-conversation');
  }
  await invitation.getByRole('button', { name: 'Send' }).click();
  await expect(timeline).toContainText('Sari invited the customer to call');

  await write.getByRole('button', { name: 'Link to call' }).click();
  const link = details.getByRole('dialog', { name: 'Link to call' });
  await expect(link.getByRole('textbox', { name: 'Link' })).toHaveValue(/^https:\/\/wa\.me\/call\/\d+\?biz_payload=/);
  await expect(link.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  if (host === 'browser') {
    expect(await findViolations(sari.page)).toEqual([]);
    await takePictures(sari.page, 'softphone-link-to-call');
  }
  await link.getByRole('button', { name: 'Close' }).click();

  await sandbox.pressCallButton(id, { media: 'none' });
  await expect(ringing).toContainText('they called by your invitation');
  await decline.click();
  await expect(timeline).toContainText('invited by Sari');

  const order = { type: 'BODY', text: 'Hello, your order {{1}} is ready.', example: { body_text: [['ON-1']] } };
  await makeTemplate(world.graphUrl, 'order_ready', [order]);
  const button = { type: 'voice_call', text: 'Call us', ttl_minutes: 1440 };
  await makeTemplate(world.graphUrl, 'call_us', [order, { type: 'BUTTONS', buttons: [button] }]);
  await goTo('Customers');
  await row('Kim').click();
  await expect(write).toContainText('delivers approved templates only');
  await write.getByRole('button', { name: 'Write by a template' }).click();
  const letter = details.getByRole('dialog', { name: 'Write by a template' });
  await expect(letter).toContainText('Billed by WhatsApp as a template of the category “Utility”');
  if (host === 'browser') await takePictures(sari.page, 'softphone-write-by-template');
  await letter.getByRole('textbox', { name: 'Text {{1}}' }).fill('ON-7');
  await expect(letter.getByRole('figure')).toContainText('Hello, your order ON-7 is ready.');
  if (host === 'browser') expect(await findViolations(sari.page)).toEqual([]);
  await letter.getByRole('button', { name: 'Send' }).click();
  const told = timeline.getByRole('listitem').filter({ hasText: 'Sari wrote by a template' });
  await expect(told).toContainText('Hello, your order ON-7 is ready.');
  await expect(told).toContainText('Read');
  await write.getByRole('button', { name: 'Invite to call' }).click();
  await expect(invitation).toContainText('Billed by WhatsApp');
  await invitation.getByRole('textbox', { name: 'Text {{1}}' }).fill('ON-7');
  await invitation.getByRole('button', { name: 'Send' }).click();
  await expect(timeline).toContainText('Sari invited the customer to call by a template');
  await sandbox.pressCallButton(kim.id, { media: 'none' });
  await expect(ringing).toContainText('they called by your invitation');
  await decline.click();
});

/** As the company makes one in WhatsApp Manager. */
async function makeTemplate(graphUrl: string, name: string, components: unknown[]): Promise<void> {
  const { status } = await fetch(`${graphUrl}/${meta.wabaId}/message_templates`, {
    method: 'POST',
    headers: { authorization: `Bearer ${meta.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, language: 'en', category: 'UTILITY', components }),
  });
  expect(status).toBe(200);
}
