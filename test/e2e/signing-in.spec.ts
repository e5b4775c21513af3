import type { Page } from '@playwright/test';
import { freePort, password } from '../support/relay-process.ts';
import { openSoftphone } from '../support/softphone.ts';
import { expect, parts, test } from './fixtures.ts';

async function fillIn(page: Page, email: string, word: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(word);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('signing in and out', async ({ seat, world, host, customerCalls }) => {
  const email = await world.relay.addAgent('Sari');
  // A browser gets its page from the relay; Electron brings its own and may know a relay that is gone.
  const relayUrl = host === 'browser' ? world.relay.url : `http://127.0.0.1:${await freePort()}`;
  const { page, close } = await openSoftphone(host, { relayUrl });
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true });

  await test.step('the relay cannot be reached', async () => {
    if (host === 'browser') await world.relay.kill();
    await fillIn(page, email, 'not the password');
    await expect(page.getByText(/^The server cannot be reached\./)).toBeVisible();
  });

  await test.step('what is not an address, and an address where nobody is', async () => {
    if (host === 'browser') return;
    const relay = page.getByLabel('Relay');
    await relay.fill('not an address');
    await signIn.click();
    await expect(page.getByText(/^This is not an address\./)).toBeVisible();
    await relay.fill('https://nobody.invalid');
    await signIn.click();
    await expect(page.getByText(/^There is no server at this address\./)).toBeVisible();
    await relay.fill(world.relay.url);
  });

  await test.step('a wrong password', async () => {
    if (host === 'browser') await world.relay.start(world.graphUrl);
    await signIn.click();
    await expect(page.getByText('This e-mail and password do not belong together.')).toBeVisible();
    await expect(page.getByLabel('Email')).toHaveValue(email);
  });

  await fillIn(page, email, password);
  await expect(page.getByText('The next call will ring here.')).toBeVisible();

  await test.step('elsewhere: the desk says so, and asks to sign in again', async () => {
    if (host === 'browser') {
      const saved = await page.evaluate(() => localStorage.getItem('ringdesk.signIn'));
      const { token }: { token: string } = JSON.parse(saved ?? '');
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await fetch(`${world.relay.url}/api/session`, { method: 'DELETE', headers });
      expect(status).toBe(204);
    } else {
      // By the operator, while the relay is away: the desk meets it when it comes back.
      await world.relay.kill();
      await expect(page.getByRole('alert')).toContainText('the server cannot be reached');
      await world.relay.command('sign-out', '--email', 'sari@example.com');
      await world.relay.start(world.graphUrl);
    }
    await expect(page.getByText(/sign in again\./i)).toBeVisible();
    await fillIn(page, 'sari@example.com', password);
    await expect(page.getByText('The next call will ring here.')).toBeVisible();
  });

  await test.step('who signs out gets no call, also not after a restart', async () => {
    const budi = parts(await seat('Budi'));
    await page.getByRole('button', { name: 'Account of Sari' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();

    await customerCalls('Dewi Anggraini');
    await expect(budi.ringing).toBeVisible();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    if (host === 'browser') {
      await page.reload();
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    }
  });
  await close();
});
