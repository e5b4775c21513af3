import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

test.use({ relaySettings: { RINGDESK_CALL_LIMIT_MINUTES: '0.25' } });

test('a call counts down to its limit and ends there, even when the relay was away meanwhile', {
  tag: '@waits',
}, async ({ seat, world, customerCalls }) => {
  const sari = await seat('Sari');
  const { answer, duration, lastCall, row } = parts(sari);
  const call = await customerCalls('Dewi Anggraini');
  await answer.click();
  await expect(duration).toBeVisible();
  await expect(sari.page.getByText(/^Ends in 0:\d\d: the limit of a call here is 15 seconds\.$/)).toBeVisible();
  await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });

  await world.relay.kill();
  await world.relay.start(world.graphUrl);
  const ended = await call.waitFor('ended', { timeoutMs: 30_000 });
  expect(ended.endedBy).toBe('business');
  await expect(lastCall).toContainText('The call reached the limit of a call here. It lasted 0:1');
  await expect(row('Dewi Anggraini')).toContainText('Completed');
});
