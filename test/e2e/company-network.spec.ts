import { startBreakingGateway } from '../support/breaking-gateway.ts';
import { startCompanyProxy } from '../support/company-proxy.ts';
import { findViolations, look, takePictures } from '../support/look.ts';
import { password } from '../support/relay-process.ts';
import { openSoftphone } from '../support/softphone.ts';
import { expect, parts, test } from './fixtures.ts';

const slow = /^This network blocks the fast connection/;

test('what stands in the way is said, and calls come all the same', async ({ seat, world, customerCalls }) => {
  const gateway = await startBreakingGateway(world.relay.url);
  const sari = await seat('Sari', { relayUrl: gateway.url });
  const { page, app } = sari;
  const { ready, ringing, answer, decline, duration, end, lastCall } = parts(sari);

  await test.step('a network without WebSockets', async () => {
    await expect(ready).toBeVisible();
    await expect(sari.page.getByText(slow)).toBeVisible();
    await look(sari, 'network-slow');

    await customerCalls('Dewi Anggraini');
    await expect(ringing).toBeVisible();
    await answer.click();
    await expect(duration).toBeVisible();
    await end.click();
    await expect(lastCall).toBeVisible();
  });

  await test.step('a clock that is an hour behind: a ring counts down as long as it rings', async () => {
    await page.addInitScript(() => {
      const { now } = Date;
      Date.now = () => now() - 3_600_000;
    });
    await app?.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() - 3_600_000;
    });
    await page.reload();
    const note = page.getByText('This computer’s clock is 1 hour behind. Calls work; times shown may be wrong.');
    await expect(note).toBeVisible({ timeout: 30_000 });
    await look(sari, 'clock-behind');

    await customerCalls('Dewi Anggraini');
    await expect(ringing).toBeVisible();
    await expect(ringing.getByText(/^\d+ s$/)).toBeVisible();
    await decline.click();
  });
  await gateway.close();
});

test('a proxy that asks for a password is answered once, also for the next start', async ({ host, world, profile }) => {
  test.skip(host === 'browser', 'a browser asks for its proxy itself');
  const wants = { name: 'NUSA\\sari', password: 'what the proxy knows' };
  const proxy = await startCompanyProxy({ wants });
  const email = await world.relay.addAgent('Sari');
  const options = { relayUrl: world.relay.url, proxy: proxy.name, profile };
  const first = await openSoftphone(host, options);
  const { page } = first;
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText(`The proxy ${proxy.name} of this network asks for a name and a password.`)).toBeVisible();
  await page.getByRole('button', { name: 'Sign in to the proxy' }).click();
  await page.getByLabel('Name at the proxy').fill(wants.name);
  await page.getByLabel('Proxy password').fill('something else');
  expect(await findViolations(first.page)).toEqual([]);
  await takePictures(first.page, 'softphone-proxy-sign-in');
  await page.getByRole('button', { name: 'Sign in to the proxy' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText(`The proxy ${proxy.name} did not take that name and password.`)).toBeVisible();

  await page.getByRole('button', { name: 'Sign in to the proxy' }).click();
  await page.getByLabel('Proxy password').fill(wants.password);
  await page.getByRole('button', { name: 'Sign in to the proxy' }).click();
  await expect(page.getByRole('region', { name: 'Proxy' })).toBeHidden();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(parts(first).ready).toBeVisible();
  await expect(page.getByText(slow)).toBeHidden();
  await first.close();

  const tunnels = proxy.seen.filter((line) => line.startsWith('CONNECT')).length;
  const again = await openSoftphone(host, options);
  await expect(parts(again).ready).toBeVisible();
  await expect(again.page.getByRole('region', { name: 'Proxy' })).toBeHidden();
  expect(proxy.seen.filter((line) => line.startsWith('CONNECT')).length).toBeGreaterThan(tunnels);
  await again.close();
  await proxy.close();
});
