import { closeWindow, startAgain, windowState } from '../support/desktop.ts';
import { expect, parts, test } from './fixtures.ts';

test.skip(({ host }) => host !== 'electron', 'a browser is handed no links');
test.skip(process.env.ELECTRON_E2E === 'real', 'the desktop is seen and touched through the stand-in');

test('a link with a number brings the window forward and shows the calls with it, and dials nothing', async ({
  seat,
  profile,
  customerCalls,
}) => {
  const sari = await seat('Sari', { profile });
  const { app, page } = sari;
  if (app === null) throw new Error('no application');
  const { ringing, row } = parts(sari);
  const history = page.getByRole('heading', { name: 'History', exact: true });
  const search = page.getByRole('searchbox');
  const calls: Awaited<ReturnType<typeof customerCalls>>[] = [];
  for (const name of ['Dewi Anggraini', 'Rafi Pratama']) {
    const call = await customerCalls(name);
    await expect(ringing).toBeVisible();
    await call.hangUp();
    await expect(row(name)).toBeVisible();
    calls.push(call);
  }
  await closeWindow(app);
  await expect.poll(() => windowState(app)).toMatchObject({ visible: false });

  expect(await startAgain(profile, 'ringdesk://call/+62%20815-5501-0200')).toBe(0);
  await expect.poll(() => windowState(app)).toEqual({ open: true, visible: true, focused: true });
  await expect(history).toBeVisible();
  await expect(search).toHaveValue('+6281555010200');
  await expect(row('Rafi Pratama')).toBeVisible();
  await expect(row('Dewi Anggraini')).toBeHidden();

  // The same again, from macOS this time, after the person has cleared the search.
  await search.fill('');
  await expect(row('Dewi Anggraini')).toBeVisible();
  await app.evaluate(({ standIn }) => standIn.openUrl('tel:+62-815-5501-0200'));
  await expect(search).toHaveValue('+6281555010200');
  await expect(row('Dewi Anggraini')).toBeHidden();
  for (const call of calls) expect(await call.graphRequests('connect')).toEqual([]);
});

test('a number without its country is refused with a sentence', async ({ seat, profile }) => {
  const { page } = await seat('Sari', { profile });
  expect(await startAgain(profile, 'tel:081555010100')).toBe(0);
  const note = page.getByRole('status').filter({ hasText: 'lacks its country' });
  await expect(note).toBeVisible();
  await note.getByRole('button', { name: 'Close' }).click();
  await expect(note).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Calls', exact: true })).toBeVisible();
});
