import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPhone } from '../support/customers-phone.ts';
import { listen } from '../support/listen.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

test.skip(({ host }) => host !== 'browser', 'the phone is the same for either host');

const customerHz = 440;

test('a person calls from /phone: the desk rings, both hear each other, and the person hangs up', {
  tag: '@sound',
}, async ({ seat, world }) => {
  const sari = await seat('Sari');
  const { ringing, answer, duration, lastCall } = parts(sari);
  const profile = mkdtempSync(join(tmpdir(), 'ringdesk-phone-'));
  const { phone, close } = await openPhone(world.sandbox.url, profile, customerHz);
  await phone.getByLabel('Name', { exact: true }).fill('Dewi Anggraini');
  await phone.getByLabel('Number').fill('+62 812 5555 0142');
  await phone.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(phone.getByRole('status')).toHaveText('Ringing…');

  await expect(ringing).toContainText('Dewi Anggraini');
  await expect(ringing).toContainText('+62 812 5555 0142');
  await answer.click();
  await expect(duration).toBeVisible();
  await expect(phone.getByRole('status')).toHaveText('On call');
  await expect(phone.getByRole('timer')).toHaveText(/0:0\d/);

  const call = await world.sandbox.nextCall();
  await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });
  await expect.poll(async () => Number(await phone.getByRole('meter').getAttribute('value'))).toBeGreaterThan(-50);
  await call.waitFor('speaking');
  await expect.poll(async () => Math.abs((await listen(sari.voice, 1)).dominantHz - customerHz)).toBeLessThan(25);

  await phone.getByRole('button', { name: 'Hang up' }).click();
  await expect(phone.getByRole('status')).toHaveText('Call ended');
  await expect(duration).toBeHidden();
  await expect(lastCall).toContainText('Ended after');
  await expectNoMicrophone(sari);
  await close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
