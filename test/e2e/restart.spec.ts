import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quit } from '../support/desktop.ts';
import { assertElectron, openSoftphone } from '../support/softphone.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

test.skip(({ host }) => host !== 'electron', 'a browser keeps nothing of its own but the sign-in');

test.skip(
  process.env.ELECTRON_E2E === 'real' && process.platform === 'linux',
  'Playwright takes the keyring away from a real Electron on Linux, so the sign-in is not kept',
);

const place = { x: 60, y: 80, width: 520, height: 720 };

test('sign-in, history, window and microphone are there after a restart, also while the relay is away', async ({
  seat,
  customerCalls,
  profile,
  world,
}) => {
  const before = await seat('Sari', { profile });
  assertElectron(before.app);
  const first = parts(before);
  const call = await customerCalls('Dewi Anggraini');
  await first.answer.click();
  await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });
  await first.microphone.click();
  await before.page.getByRole('option', { name: 'Fake Audio Input 2' }).click();
  await expect(first.microphone).toContainText('Fake Audio Input 2');
  await first.end.click();
  await expect(first.row('Dewi Anggraini')).toContainText('Completed');
  await before.app.evaluate(({ BrowserWindow }, bounds) => {
    const windows = BrowserWindow.getAllWindows();
    windows.find((window) => window.webContents.getURL().endsWith('/softphone.html'))?.setBounds(bounds);
  }, place);
  await quit(before.app);

  await world.relay.kill();
  const after = await openSoftphone('electron', { relayUrl: world.relay.url, profile });
  const { app, page } = after;
  assertElectron(app);
  const second = parts(after);
  await expect(page.getByText(/^The server cannot be reached\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await world.relay.start(world.graphUrl);
  await expect(second.row('Dewi Anggraini')).toContainText('Completed');
  await expect(page.getByText('Ready', { exact: true })).toBeVisible();
  await expect(page.getByText('Fake Audio Input 2')).toBeVisible();
  const bounds = await app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    return windows.find((window) => window.webContents.getURL().endsWith('/softphone.html'))?.getBounds();
  });
  expect(bounds).toEqual(place);

  await world.sandbox.placeCall({ customerId: (await call.state()).customerId });
  await second.answer.click();
  await expect(second.duration).toBeVisible();
  await expect(second.microphone).toContainText('Fake Audio Input 2');

  await test.step('nothing that Ringdesk keeps in plain text tells a token, a number, an address or an SDP', async () => {
    // Failures say more than successes.
    await world.relay.kill();
    await expect(page.getByText('The connection to the server is lost. The call goes on.')).toBeVisible();
    await world.relay.start(world.graphUrl);
    await expect(page.getByText('The connection to the server is lost. The call goes on.')).toBeHidden();
    await second.end.click();
    await expect(second.lastCall).toContainText('Ended after');
    const sealed = readFileSync(join(profile, 'session.bin')).toString('base64');
    const opened = await app.evaluate(
      async ({ safeStorage }, bytes) => (await safeStorage.decryptStringAsync(Buffer.from(bytes, 'base64'))).result,
      sealed,
    );
    const { token }: { token: string } = JSON.parse(opened);
    expect(token.length).toBeGreaterThan(20);
    await quit(app);

    const log = readFileSync(join(profile, 'logs', 'ringdesk.log'), 'utf8');
    expect(log).toMatch(/\bstart\b/);
    expect(log).toMatch(/ring notification/);
    for (const secret of ['Dewi', '81555', 'sari@', '@example.com', 'v=0', 'a=ice', 'candidate:', 'fingerprint'])
      expect(log, secret).not.toContain(secret);
    const files = readdirSync(profile, { withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map(({ name }) => [name, readFileSync(join(profile, name), 'latin1')] as const);
    for (const [name, text] of [...texts, ['logs/ringdesk.log', log] as const]) expect(text, name).not.toContain(token);
  });
});

test('settings and a history that cannot be read are kept aside, and the person is told', async ({ seat, profile }) => {
  writeFileSync(join(profile, 'settings.json'), '{"deskId":');
  writeFileSync(join(profile, 'history.sqlite'), 'this is no database '.repeat(500));
  const { page } = await seat('Sari', { profile });
  for (const [what, kept] of [
    ['Your settings could not be read', 'settings.unreadable-'],
    ['The call history of this computer could not be read', 'history.unreadable-'],
  ] as const) {
    const note = page.getByRole('status').filter({ hasText: what });
    await expect(note).toContainText(join(profile, kept));
    await note.getByRole('button', { name: 'Close' }).click();
    await expect(note).toBeHidden();
    expect(readdirSync(profile).filter((name) => name.startsWith(kept))).toHaveLength(1);
  }
  await page.reload();
  await expect(parts({ page }).ready).toBeVisible();
  await expect(page.getByText('could not be read')).toBeHidden();
});
