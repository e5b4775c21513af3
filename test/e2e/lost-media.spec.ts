import { listenOnceHeard } from '../support/listen.ts';
import { expect, parts, test } from './fixtures.ts';

test('a customer who is not heard any more is waited for, and the call ends when nobody comes back', {
  tag: '@waits',
}, async ({ seat, customerCalls }) => {
  test.setTimeout(120_000);
  const sari = await seat('Sari');
  const { answer, duration, lastCall } = parts(sari);
  const reconnecting = sari.page.getByRole('status').filter({ hasText: 'Reconnecting…' });
  const call = await customerCalls('Dewi Anggraini');
  await answer.click();
  await expect(duration).toBeVisible();
  await call.waitFor('speaking');
  await listenOnceHeard(sari.voice, 1);

  await call.setReachable(false);
  await expect(reconnecting).toBeVisible();
  await call.setReachable(true);
  await expect(reconnecting).toBeHidden();
  await listenOnceHeard(sari.voice, 1);

  await call.setReachable(false);
  await expect(reconnecting).toBeVisible();
  const ended = await call.waitFor('ended', { timeoutMs: 60_000 });
  expect(ended.endedBy).toBe('business');
  await expect(lastCall).toContainText('Nothing arrived from the customer for half a minute, so the call was ended.');
});
