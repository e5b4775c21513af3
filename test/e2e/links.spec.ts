import { closeWindow, startAgain, windowState } from '../support/desktop.ts';
import { assertElectron } from '../support/softphone.ts';
import { expect, parts, test } from './fixtures.ts';

test.skip(({ host }) => host !== 'electron', 'a browser is handed no links');
test.skip(process.env.ELECTRON_E2E === 'real', 'the desktop is seen and touched through the stand-in');

test('a link with a number dials nothing', async ({ seat, profile, customerCalls, world }) => {
  const sari = await seat('Sari', { profile });
  const { app, page } = sari;
  assertElectron(app);
  const { ringing, row, goTo } = parts(sari);
  const customers = page.getByRole('heading', { name: 'Customers', exact: true });
  const search = page.getByRole('searchbox');
  const about = (name: string) => page.getByRole('region', { name: `Details of ${name}` });
  for (const name of ['Dewi Anggraini', 'Rafi Pratama']) {
    const call = await customerCalls(name);
    await expect(ringing).toBeVisible();
    await call.hangUp();
    await expect(row(name)).toBeVisible();
  }

  await test.step('it brings the window forward and opens the customer who has it', async () => {
    await closeWindow(app);
    await expect.poll(() => windowState(app)).toMatchObject({ visible: false });

    expect(await startAgain(profile, 'ringdesk://call/+62%20815-5501-0200')).toBe(0);
    await expect.poll(() => windowState(app)).toEqual({ open: true, visible: true, focused: true });
    await expect(about('Rafi Pratama')).toBeVisible();

    // From macOS this time, over the page of another, and the same again after the person has left it.
    await app.evaluate(({ standIn }) => standIn.openUrl('tel:+62-815-5501-0100'));
    await expect(about('Dewi Anggraini')).toBeVisible();
    await goTo('Calls');
    await app.evaluate(({ standIn }) => standIn.openUrl('tel:+62-815-5501-0100'));
    await expect(about('Dewi Anggraini')).toBeVisible();

    // A part of both numbers, and the number of nobody.
    await app.evaluate(({ standIn }) => standIn.openUrl('tel:+62-815-5501-0'));
    await expect(customers).toBeVisible();
    await expect(search).toHaveValue('+6281555010');
    await expect(row('Rafi Pratama')).toBeVisible();
    await expect(row('Dewi Anggraini')).toBeVisible();
    expect(await world.sandbox.graphRequests({ action: 'connect' })).toEqual([]);
  });

  await test.step('without the server the number is in the search, and the customer opens when it is back', async () => {
    await world.relay.kill();
    await app.evaluate(({ standIn }) => standIn.openUrl('tel:+62-815-5501-0100'));
    await expect(search).toHaveValue('+6281555010100');
    await expect(page.getByText('The customers cannot be fetched right now.')).toBeVisible();
    await world.relay.start(world.graphUrl);
    await expect(about('Dewi Anggraini')).toBeVisible();
  });

  await test.step('a number without its country is refused with a sentence', async () => {
    await goTo('Calls');
    expect(await startAgain(profile, 'tel:081555010100')).toBe(0);
    const note = page.getByRole('status').filter({ hasText: 'lacks its country' });
    await expect(note).toBeVisible();
    await note.getByRole('button', { name: 'Close' }).click();
    await expect(note).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Calls', exact: true })).toBeVisible();
  });
});
