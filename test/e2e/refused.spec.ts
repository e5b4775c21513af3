import { listenOnceHeard } from '../support/listen.ts';
import { allowMicrophone, refuseMicrophone } from '../support/softphone.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

const denied = 'Ringdesk may not use the microphone. Allow it in the system settings, then try again.';

test('what is refused is said in plain words', async ({ seat, customerCalls, world }) => {
  // A customer's phone that gets no packet at all gives up soon.
  await world.sandbox.behave({ mediaStartMs: 2_000, mediaGapMs: 2_000 });
  const sari = await seat('Sari', { denyMicrophone: true });
  const { ready, notReady, ringing, answer, duration, end, lastCall, row } = parts(sari);

  await test.step('the microphone, before any call: the desk is not ready, says why, and no call rings until it is mended', async () => {
    await expect(notReady).toContainText('Not ready: the microphone is not allowed');
    await expect(notReady).toContainText('Allow it for Ringdesk in the settings of your system or browser.');
    const call = await customerCalls('Rafi Pratama');
    expect((await call.waitFor('ended')).endedBy).toBe('business');
    await expect(ringing).toBeHidden();
    await expectNoMicrophone(sari);

    await allowMicrophone(sari);
    await notReady.getByRole('button', { name: 'Try again' }).click();
    await expect(ready).toContainText(/heard \d{1,2}:\d\d/);
    await expectNoMicrophone(sari);
  });

  await test.step('the microphone, when the call comes: silence for the customer, and the call can be ended', async () => {
    await refuseMicrophone(sari);
    const call = await customerCalls('Dewi Anggraini');
    await answer.click();
    await expect(duration).toBeVisible();
    await expect(sari.page.getByText(denied)).toBeVisible();
    await expect(sari.page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expectNoMicrophone(sari);

    // The customer speaks only when something of ours arrives; the agent hears them.
    await call.waitFor('speaking');
    const heard = await listenOnceHeard(sari.voice, 3.5);
    expect(Math.abs(heard.dominantHz - 440)).toBeLessThan(15);
    expect(await call.state()).toMatchObject({ phase: 'active', heard: { seconds: 0 } });

    await end.click();
    expect((await call.waitFor('ended')).endedBy).toBe('business');
    await expect(duration).toBeHidden();
  });

  await test.step('the answer, by Meta: its meaning is at the desk and in the history', async () => {
    await allowMicrophone(sari);
    await sari.voice.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
    await expect(ready).toBeVisible();
    const meaning = 'WhatsApp refused the description of the audio connection.';
    await world.sandbox.failGraph({ kind: 'error', action: 'pre_accept', code: 138008 });
    const call = await customerCalls('Nour');
    await answer.click();

    await expect(lastCall).toContainText(meaning);
    await expect(ringing).toBeHidden();
    await expect(duration).toBeHidden();
    await expectNoMicrophone(sari);
    expect(await call.waitFor('ended')).toMatchObject({ endedBy: 'business', startedAt: null });

    await expect(row('Nour')).toContainText(`Disconnected · ${meaning}`);
    await row('Nour').click();
    const details = sari.page.getByRole('region', { name: 'Details of the call with Nour' });
    await expect(details.getByText('138008')).toBeVisible();
  });
});
