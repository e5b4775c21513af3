import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

test('packets that get lost are said in words, on the side where they get lost, and stand in the record', {
  tag: '@sound',
}, async ({ seat, world }) => {
  test.setTimeout(180_000);
  const sari = await seat('Sari');
  const { page } = sari;
  const { answer, duration, end, row } = parts(sari);
  const seconds = async () => {
    const [m = 0, s = 0] = ((await duration.textContent()) ?? '').split(':').map(Number);
    return 60 * m + s;
  };
  const customers = page.getByText('The customer’s connection is poor.');
  const mine = page.getByText('Your connection is poor. The customer may hear gaps.');
  const { id } = await world.sandbox.addCustomer({
    name: 'Dewi Anggraini',
    phone: '6281255550142',
    speaks: { toneHz: 440 },
  });
  const call = await world.sandbox.placeCall({ customerId: id, media: 'lossy' });
  await answer.click();
  await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });
  await call.waitFor('speaking');

  await call.lose({ toBusiness: 0.5, fromBusiness: 0 });
  await expect(customers).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: /^Sound: (bad|poor)$/ })).toBeVisible();
  // What lasts less than five seconds spoils no call.
  const since = await seconds();
  await expect.poll(seconds, { timeout: 15_000 }).toBeGreaterThan(since + 6);
  await call.lose({ toBusiness: 0, fromBusiness: 0 });
  await expect(customers).toBeHidden({ timeout: 60_000 });

  await call.lose({ toBusiness: 0, fromBusiness: 0.5 });
  await expect(mine).toBeVisible({ timeout: 40_000 });
  await end.click();
  await call.waitFor('ended');
  await row('Dewi Anggraini').click();
  const details = page.getByRole('region', { name: 'Details of the call with Dewi Anggraini' });
  await expect(details).toContainText('Poor sound: customer’s connection');
});
