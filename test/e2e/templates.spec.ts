import { findViolations, takePictures } from '../support/look.ts';
import { expect, parts, test } from './fixtures.ts';

test('a supervisor makes a template, mends what WhatsApp would refuse and hears of its approval; a customer gets a name, notes, tags and an agent of their own', async ({
  host,
  seat,
  world,
}) => {
  await world.sandbox.behave({ templateReview: 'waits' });
  const email = await world.relay.addAgent('Sari', 'supervisor');
  const sari = await seat('Sari', { email });
  const { page } = sari;
  const { goTo, row, ringing } = parts(sari);
  /** Each screen is in order for axe, and is kept as a picture. */
  async function look(name: string): Promise<void> {
    expect(await findViolations(page), name).toEqual([]);
    if (host === 'browser') await takePictures(page, `softphone-${name}`);
  }
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
  await look('new-template');
  await form.getByRole('button', { name: 'Send for review' }).click();
  const detail = page.getByRole('region', { name: 'Template call_about_delivery' });
  await expect(detail.getByRole('status')).toContainText('In review');
  const made = decodeURIComponent(new URL(page.url()).hash.split('/').at(-1) ?? '');
  await world.sandbox.reviewTemplate(made, 'APPROVED');
  await expect(detail.getByRole('status')).toContainText('Approved');
  await look('template');

  const { id } = await world.sandbox.addCustomer({ name: 'Dewi Anggraini', phone: '6281255501000', media: 'none' });
  const call = await world.sandbox.placeCall({ customerId: id });
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
  await look('about-customer');
  await about.getByRole('button', { name: 'Save' }).click();
  const customer = page.getByRole('region', { name: 'Details of Dewi of the bakery' });
  await expect(customer).toContainText('“Dewi Anggraini” on WhatsApp');
  await expect(customer.getByRole('list', { name: 'Tags' })).toContainText('Bakery');
  await expect(customer).toContainText('Prefers mornings.');
  await expect(customer).toContainText('Assigned to you');

  const again = await world.sandbox.placeCall({ customerId: id });
  await expect(ringing).toContainText('Rings for you: they are assigned to you');
  await again.hangUp();
  await expect(ringing).toBeHidden();
});
