import { listenOnceHeard } from '../support/listen.ts';
import { refuseMicrophone } from '../support/softphone.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

const denied = 'Ringdesk may not use the microphone. Allow it in the system settings, then try again.';

test('the microphone is refused before any call: the desk is not ready, says why, and no call rings', async ({
  seat,
  customerCalls,
}) => {
  const sari = await seat('Sari', { denyMicrophone: true });
  const { ringing } = parts(sari);
  const notReady = sari.page.getByRole('alert').filter({ hasText: 'Not ready' });
  await expect(notReady).toContainText('Not ready: the microphone is not allowed');
  await expect(notReady).toContainText('Allow it for Ringdesk in the settings of your system or browser.');
  await expect(notReady.getByRole('button', { name: 'Try again' })).toBeVisible();
  const call = await customerCalls('Dewi Anggraini');
  expect((await call.waitFor('ended')).endedBy).toBe('business');
  await expect(ringing).toBeHidden();
  await expectNoMicrophone(sari);
});

test('the microphone is refused when the call comes: plain words, silence for the customer, and the call can be ended', async ({
  seat,
  customerCalls,
  world,
}) => {
  // A customer's phone that gets no packet at all gives up soon.
  await world.sandbox.behave({ mediaStartMs: 2_000, mediaGapMs: 2_000 });
  const sari = await seat('Sari');
  const { answer, duration, end, ready } = parts(sari);
  await expect(ready).toBeVisible();
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

test('Meta refuses the answer: its meaning is at the desk and in the history', async ({
  seat,
  customerCalls,
  world,
}) => {
  const meaning = 'WhatsApp refused the description of the audio connection.';
  const sari = await seat('Sari');
  const { answer, duration, ringing, lastCall, row } = parts(sari);
  await world.sandbox.failGraph({ kind: 'error', action: 'pre_accept', code: 138008 });
  const call = await customerCalls('Dewi Anggraini');
  await answer.click();

  await expect(lastCall).toContainText(meaning);
  await expect(ringing).toBeHidden();
  await expect(duration).toBeHidden();
  await expectNoMicrophone(sari);
  expect(await call.waitFor('ended')).toMatchObject({ endedBy: 'business', startedAt: null });

  await expect(row('Dewi Anggraini')).toContainText(`Disconnected · ${meaning}`);
  await row('Dewi Anggraini').click();
  const details = sari.page.getByRole('region', { name: 'Details of the call with Dewi Anggraini' });
  await expect(details.getByText('138008')).toBeVisible();
});
