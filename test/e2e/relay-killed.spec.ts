import { agentHz } from '../support/voice-wav.ts';
import { expect, expectNoMicrophone, gapMs, parts, test } from './fixtures.ts';

test('the relay dies and comes back in the middle of a call: the call does not notice', { tag: '@sound' }, async ({
  seat,
  customerCalls,
  world,
}) => {
  const sari = await seat('Sari');
  const { page } = sari;
  const { answer, duration, end, row } = parts(sari);
  const call = await customerCalls('Dewi Anggraini');
  await answer.click();
  await expect(duration).toBeVisible();
  const before = await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });
  expect(before.heard.longestGapMs, 'before anything happens').toBeLessThan(gapMs);

  await world.relay.kill();
  const lost = page.getByText('The connection to the server is lost. The call goes on.');
  await expect(lost).toBeVisible();
  await expect(duration).toBeVisible();
  const away = await call.state();
  const without = await call.waitFor('hears', {
    hz: agentHz,
    toleranceHz: 25,
    minSeconds: away.heard.seconds + 1,
  });
  expect(without.heard.longestGapMs, 'without the relay').toBeLessThan(gapMs);

  await world.relay.start(world.graphUrl, { behind: true });
  await expect(lost).toBeHidden();
  await expect(page.getByRole('region', { name: 'Call with Dewi Anggraini' })).toBeVisible();
  await expect(duration).toBeVisible();
  const back = await call.state();
  const { heard } = await call.waitFor('hears', {
    hz: agentHz,
    toleranceHz: 25,
    minSeconds: back.heard.seconds + 1,
  });
  expect(heard.longestGapMs, 'when the relay is back').toBeLessThan(gapMs);

  await end.click();
  expect((await call.waitFor('ended')).endedBy).toBe('business');
  await expect(duration).toBeHidden();
  await expect(row('Dewi Anggraini')).toContainText('Completed');
});

test('End call while the relay is away: silence at once, and the call ends when the relay is back', async ({
  seat,
  customerCalls,
  world,
}) => {
  const sari = await seat('Sari');
  const { answer, duration, end, row } = parts(sari);
  const call = await customerCalls('Dewi Anggraini');
  await answer.click();
  await expect(duration).toBeVisible();
  await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });

  await world.relay.kill();
  await expect(sari.page.getByText('The connection to the server is lost. The call goes on.')).toBeVisible();
  await end.click();
  await expect(sari.page.getByText('The call ends there once it is back.')).toBeVisible();
  await expect(sari.page.getByText('Ending…')).toBeVisible();
  await expectNoMicrophone(sari);
  expect((await call.state()).phase).toBe('active');

  await world.relay.start(world.graphUrl);
  expect((await call.waitFor('ended')).endedBy).toBe('business');
  await expect(row('Dewi Anggraini')).toContainText('Completed');
  await expect(sari.page.getByText('Ending…')).toBeHidden();
  const terminates = await call.graphRequests('terminate');
  expect(terminates.filter((request) => request.applied)).toHaveLength(1);
});
