import { look } from '../support/look.ts';
import { meta } from '../support/relay-process.ts';
import { expect, parts, test } from './fixtures.ts';

test('a supervisor writes with customers, makes a template, and keeps what is known of a customer', async ({
  seat,
  world,
}) => {
  const { sandbox, relay } = world;
  await relay.command('set', '--quick-replies', 'One moment, please.|Thank you for waiting.');
  const email = await relay.addAgent('Sari', 'supervisor');
  const sari = await seat('Sari', { email });
  const { page } = sari;
  const { goTo, row, ringing, decline } = parts(sari);
  const details = page.getByRole('region', { name: /^Details of/ });
  const timeline = details.getByRole('region', { name: 'Timeline' });
  const write = details.getByRole('region', { name: 'Write' });
  const invitation = details.getByRole('dialog', { name: 'Invite to call' });

  const kim = await sandbox.addCustomer({ name: 'Kim', username: 'kim.example', media: 'none' });
  // Known by what they chose in their profile, never in touch.
  await sandbox.setPermission(kim.id, 'permanent', true);
  const phone = '6281255501000';
  const { id } = await sandbox.addCustomer({ name: 'Dewi Anggraini', phone, media: 'none', messages: 'delivered' });

  await test.step('a customer writes, and is answered with a quick reply', async () => {
    const message = details.getByRole('textbox', { name: 'Message to Dewi Anggraini' });
    await sandbox.writeMessage(id, 'Is anybody there?');
    const place = page.getByRole('link', { name: 'Customers' });
    await expect(place).toHaveAccessibleDescription('1 unread');
    await goTo('Customers');
    await expect(row('Dewi Anggraini')).toHaveAccessibleDescription('1 unread');

    await row('Dewi Anggraini').click();
    await expect(timeline).toContainText('Is anybody there?');
    await expect(place).not.toHaveAccessibleDescription(/unread/);
    await expect(write).toContainText('You can write for 23 h 59 min more.');
    await write.getByRole('button', { name: 'Quick replies' }).click();
    await page.getByRole('menuitem', { name: 'One moment, please.' }).click();
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
  });

  await test.step('they are invited to call, and their call rings whoever invited them', async () => {
    await write.getByRole('button', { name: 'Invite to call' }).click();
    await invitation.getByRole('textbox', { name: 'Message' }).fill('I have the answer.');
    await look(sari, 'conversation');
    await invitation.getByRole('button', { name: 'Send' }).click();
    await expect(timeline).toContainText('Sari invited the customer to call');

    await write.getByRole('button', { name: 'Link to call' }).click();
    const link = details.getByRole('dialog', { name: 'Link to call' });
    await expect(link.getByRole('textbox', { name: 'Link' })).toHaveValue(/^https:\/\/wa\.me\/call\/\d+\?biz_payload=/);
    await expect(link.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
    await look(sari, 'link-to-call');
    await link.getByRole('button', { name: 'Close' }).click();

    await sandbox.pressCallButton(id, { media: 'none' });
    await expect(ringing).toContainText('they called by your invitation');
    await decline.click();
    await expect(timeline).toContainText('invited by Sari');
  });

  await test.step('who was never in touch is written to, and invited, by a template', async () => {
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
    await letter.getByRole('textbox', { name: 'Text {{1}}' }).fill('ON-7');
    await expect(letter.getByRole('figure')).toContainText('Hello, your order ON-7 is ready.');
    await look(sari, 'write-by-template');
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
    await expect(ringing).toBeHidden();
  });

  await test.step('a template is made: what WhatsApp would refuse is mended, and its approval is heard of', async () => {
    await sandbox.behave({ templateReview: 'waits' });
    await goTo('Settings');
    await page.getByRole('button', { name: 'Templates' }).click();
    await expect(page.getByRole('link', { name: /may_we_call_you/ })).toBeVisible();
    await page.getByRole('button', { name: 'New template' }).click();
    const form = page.getByRole('form', { name: 'New template' });
    await form.getByRole('textbox', { name: 'Name' }).fill('call_about_delivery');
    await form.getByRole('textbox', { name: 'Text', exact: true }).fill('{{1}} is why we would like to call you.');
    await form.getByRole('textbox', { name: /^Example for/ }).fill('Your order ON-1');
    await form.getByRole('button', { name: 'Send for review' }).click();
    await expect(form.getByRole('alert')).toContainText('Put a word before the first variable');
    await form.getByRole('textbox', { name: 'Text', exact: true }).fill('May we call you about {{1}}, please?');
    await form.getByRole('textbox', { name: 'Footer' }).fill('Example Shop');
    await expect(form.getByRole('figure')).toContainText('May we call you about Your order ON-1, please?');
    await look(sari, 'new-template');
    await form.getByRole('button', { name: 'Send for review' }).click();
    const detail = page.getByRole('region', { name: 'Template call_about_delivery' });
    await expect(detail.getByRole('status')).toContainText('In review');
    const made = decodeURIComponent(new URL(page.url()).hash.split('/').at(-1) ?? '');
    await sandbox.reviewTemplate(made, 'APPROVED');
    await expect(detail.getByRole('status')).toContainText('Approved');
    await look(sari, 'template');
  });

  await test.step('a customer gets a name, notes, tags and an agent of their own, and rings that agent', async () => {
    const call = await sandbox.placeCall({ customerId: id });
    await expect(ringing).toBeVisible();
    await call.hangUp();
    await goTo('Customers');
    await row('Dewi Anggraini').click();
    await page.getByRole('button', { name: 'Edit customer' }).click();
    const about = page.getByRole('dialog', { name: 'About this customer' });
    await about.getByRole('textbox', { name: 'Name' }).fill('Dewi of the bakery');
    await about.getByRole('textbox', { name: 'Notes' }).fill('Prefers mornings.');
    await about.getByRole('textbox', { name: 'Tags' }).fill('Bakery, VIP');
    const assigned = about.getByRole('combobox', { name: 'Assigned to' });
    // A list closes when what is beneath it scrolls: first it is where it can be pressed.
    await assigned.focus();
    await expect(assigned).toBeInViewport({ ratio: 1 });
    await assigned.click();
    await page.getByRole('option', { name: /^Sari .*\(you\)$/ }).click();
    await look(sari, 'about-customer');
    await about.getByRole('button', { name: 'Save' }).click();
    const customer = page.getByRole('region', { name: 'Details of Dewi of the bakery' });
    await expect(customer).toContainText('“Dewi Anggraini” on WhatsApp');
    await expect(customer.getByRole('list', { name: 'Tags' })).toContainText('Bakery');
    await expect(customer).toContainText('Prefers mornings.');
    await expect(customer).toContainText('Assigned to you');

    const again = await sandbox.placeCall({ customerId: id });
    await expect(ringing).toContainText('Rings for you: they are assigned to you');
    await again.hangUp();
    await expect(ringing).toBeHidden();
  });
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
