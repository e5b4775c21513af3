import { expect, parts, test } from './fixtures.ts';

test.use({ relaySettings: { RINGDESK_RING_SECONDS: '5' } });

test('nobody answers: the ringing goes away, says so, and the call is under Missed', async ({
  seat,
  customerCalls,
}) => {
  const sari = await seat('Sari');
  const { ringing, lastCall, goTo, row } = parts(sari);
  const rings = () => sari.voice.evaluate(() => window.ringdeskVoiceInspector?.inspect().ringtone);
  const call = await customerCalls('Dewi Anggraini');

  await expect(ringing).toBeVisible();
  await expect.poll(rings).toBe(true);

  await expect(ringing).toBeHidden();
  await expect(lastCall).toContainText('The call rang out.');
  expect(await rings()).toBe(false);
  expect(await call.waitFor('ended')).toMatchObject({ endedBy: 'business', startedAt: null });

  await expect(sari.page.getByRole('link', { name: 'Missed' })).toHaveAccessibleDescription('1 today');
  await goTo('Missed');
  await expect(row('Dewi Anggraini')).toContainText('Missed');
});
