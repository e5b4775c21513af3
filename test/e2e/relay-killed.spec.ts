import { agentHz } from '../support/voice-wav.ts';
import { expect, expectNoMicrophone, gapMs, parts, test } from './fixtures.ts';

test('the relay dies in the middle of a call', { tag: '@sound' }, async ({ seat, customerCalls, world }) => {
  const sari = await seat('Sari');
  const { page } = sari;
  const { answer, duration, end, row } = parts(sari);
  const lost = page.getByText('The connection to the server is lost. The call goes on.');

  await test.step('it comes back, and the call does not notice', async () => {
    const call = await customerCalls('Dewi Anggraini');
    await answer.click();
    await expect(duration).toBeVisible();
    const before = await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });
    expect(before.heard.longestGapMs, 'before anything happens').toBeLessThanOrEqual(gapMs);

    await world.relay.kill();
    await expect(lost).toBeVisible();
    await expect(duration).toBeVisible();
    const away = await call.state();
    const without = await call.waitFor('hears', {
      hz: agentHz,
      toleranceHz: 25,
      minSeconds: away.heard.seconds + 1,
    });
    expect(without.heard.longestGapMs, 'without the relay').toBeLessThanOrEqual(gapMs);

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
    expect(heard.longestGapMs, 'when the relay is back').toBeLessThanOrEqual(gapMs);

    await end.click();
    expect((await call.waitFor('ended')).endedBy).toBe('business');
    await expect(duration).toBeHidden();
    await expect(row('Dewi Anggraini')).toContainText('Completed');
  });

  await test.step('End call while it is away: silence at once, and the call ends when it is back', async () => {
    const call = await customerCalls('Rafi Pratama');
    await answer.click();
    await expect(duration).toBeVisible();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });

    await world.relay.kill();
    await expect(lost).toBeVisible();
    await end.click();
    await expect(page.getByText('The call ends there once it is back.')).toBeVisible();
    await expect(page.getByText('Ending…')).toBeVisible();
    await expectNoMicrophone(sari);
    expect((await call.state()).phase).toBe('active');

    await world.relay.start(world.graphUrl);
    expect((await call.waitFor('ended')).endedBy).toBe('business');
    await expect(row('Rafi Pratama')).toContainText('Completed');
    await expect(page.getByText('Ending…')).toBeHidden();
    const terminates = await call.graphRequests('terminate');
    expect(terminates.filter((request) => request.applied)).toHaveLength(1);
  });
});
