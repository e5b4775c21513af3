import type { SandboxCall } from '../../src/sandbox/client.ts';
import { look as lookAt, narrow, wide } from '../support/look.ts';
import { openSoftphone, signIn } from '../support/softphone.ts';
import { TestDesk } from '../support/test-desk.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

test('every screen is in order for axe in both themes, and is kept as a picture', async ({ host, world }) => {
  test.skip(host !== 'browser', 'the same pages on both hosts, and a browser can be made as wide as needed');
  test.setTimeout(150_000);
  const email = await world.relay.addAgent('Sari');
  const { page, close } = await openSoftphone(host, { relayUrl: world.relay.url });
  const { answer, decline, duration, end, goTo, notes, lastCall, ringing, row, takeOver } = parts({ page });

  const look = (name: string, sizes?: Parameters<typeof lookAt>[2]) => lookAt({ host, page }, name, sizes);

  async function calls(name: string, phone: string): Promise<SandboxCall> {
    const { id } = await world.sandbox.addCustomer({ name, phone, speaks: { toneHz: 440 } });
    const call = await world.sandbox.placeCall({ customerId: id });
    await expect(ringing).toContainText(name);
    return call;
  }

  async function talks(call: SandboxCall): Promise<void> {
    await answer.click();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1.2 });
  }

  await expect(page.getByLabel('Email')).toBeVisible();
  await look('signed-out');
  await signIn(page, email);
  await expect(page.getByText('The next call will ring here.')).toBeVisible();
  await expect(page.getByText('Set up this desk: 1 minute')).toBeVisible();
  await look('first-day');
  await page.getByRole('button', { name: 'Not now' }).click();

  await talks(await calls('نور الهدى', '97150555012'));
  await end.click();
  await expect(row('نور الهدى')).toContainText('Completed');
  const rafi = await calls('Rafi Pratama', '628125550117');
  await rafi.hangUp();
  await expect(ringing).toBeHidden();
  await calls('María José Fernández de la Fuente y Castellanos', '34600555019');
  await decline.click();
  await expect(row('María José')).toContainText('Rejected');
  await expect(lastCall).toBeHidden();
  await look('ready', { '': narrow, '-wide': wide });

  const dewi = await calls('Dewi Anggraini', '6281255550142');
  await look('ringing');
  await talks(dewi);
  await expect(duration).toBeVisible();
  await expect(notes).toBeVisible();
  await look('on-call', { '': narrow, '-wide': wide });
  await end.click();
  await expect(row('Dewi Anggraini')).toContainText('Completed');
  await expect(lastCall).toBeHidden();

  await goTo('History');
  await expect(row('Dewi Anggraini')).toBeVisible();
  await look('history');
  await row('Dewi Anggraini').click();
  await expect(page.getByRole('region', { name: 'Details of the call with Dewi Anggraini' })).toBeVisible();
  await look('call', { '': narrow, '-wide': wide });
  await goTo('Missed');
  await expect(row('Rafi Pratama')).toBeVisible();
  await look('missed');

  await goTo('Settings');
  await expect(page.getByRole('region', { name: 'About' })).toBeVisible();
  await look('settings');
  await page.getByRole('button', { name: 'Test my desk' }).click();
  await expect(page.getByRole('heading', { name: 'Test my desk' })).toBeVisible();
  await look('desk-test');

  await goTo('Calls');
  const other = await TestDesk.open(world.relay.url, email, 'Front desk');
  expect(await other.ask('takeOver', {})).toEqual({ ok: true });
  await expect(takeOver).toBeVisible();
  await look('moved');

  await world.relay.kill();
  await expect(page.getByRole('alert')).toContainText('Not ready: the server cannot be reached');
  await look('offline');
  other.close();
  await close();
});
