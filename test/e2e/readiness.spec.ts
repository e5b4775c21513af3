import { allowMicrophone, refuseMicrophone } from '../support/softphone.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

test('a silent microphone is found before any call, and nothing rings at a desk that nobody would hear', async ({
  seat,
  customerCalls,
}) => {
  const sari = await seat('Sari', { silentMicrophone: true });
  const { ringing, notReady } = parts(sari);
  await expect(notReady).toContainText('Not ready: your microphone is silent');
  await expect(notReady).toContainText('Check the switch on the headset, or choose another microphone.');
  await expectNoMicrophone(sari);
  const call = await customerCalls();
  expect((await call.waitFor('ended')).endedBy).toBe('business');
  await expect(ringing).toBeHidden();
});

test('what was wrong is mended with one button, and the next call rings', async ({ seat, customerCalls }) => {
  const sari = await seat('Sari');
  const { ready, notReady, ringing } = parts(sari);
  await expect(ready).toContainText(/heard \d{1,2}:\d\d/);
  await expectNoMicrophone(sari);

  await refuseMicrophone(sari);
  await sari.voice.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
  await sari.voice.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(notReady).toContainText('Not ready: the microphone is not allowed');

  await allowMicrophone(sari);
  await notReady.getByRole('button', { name: 'Try again' }).click();
  await expect(ready).toBeVisible();
  await customerCalls();
  await expect(ringing).toBeVisible();
});

test.describe('Electron', () => {
  test.skip(({ host }) => host !== 'electron', 'a page does not learn that the computer sleeps');

  test('a sleeping computer is not rung; after it woke it is, over a connection made anew', async ({
    seat,
    customerCalls,
  }) => {
    const sari = await seat('Sari');
    const { ready, notReady, ringing } = parts(sari);
    await expect(ready).toBeVisible();
    await sari.app?.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await expect(notReady).toContainText('Not ready: this computer sleeps');
    const missed = await customerCalls('Dewi Anggraini');
    expect((await missed.waitFor('ended')).endedBy).toBe('business');

    await sari.app?.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    await expect(ready).toBeVisible();
    await customerCalls('Nour');
    await expect(ringing).toContainText('Nour');
  });
});
