import { decide, words } from '../support/availability.ts';
import { findViolations, narrow, takePictures, wide } from '../support/look.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

/** An open list hangs outside of the landmarks: it belongs to its combobox, which says so itself. */
const counts = (violation: string) => !violation.includes('region: <div style="display: contents;">');

test('only who is available is rung, by whatever name they are not', async ({ seat, world, customerCalls }) => {
  test.setTimeout(120_000);
  const { page } = await seat('Sari');
  const { ringing, ready } = parts({ page });
  const { choose, availability, back, line } = words(page);
  await expect(ready).toBeVisible();
  for (const [option, group, shown, said, isCalled] of [
    ['Busy', undefined, 'Busy', /^BusyCalls ring at your colleagues\./, true],
    ['Break', undefined, 'Break', /^BreakCalls/, false],
    ['Away', undefined, 'Away', /^AwayCalls/, false],
    ['Lunch', 'Away for', 'Away', /^AwayLunch/, true],
    ['For 15 minutes', 'Do not disturb', 'Do not disturb', /^Do not disturbuntil \d/, false],
    ['Until tomorrow', 'Do not disturb', 'Do not disturb', /^Do not disturbuntil tomorrow, /, true],
  ] as const) {
    await choose(option, group);
    await expect(availability).toContainText(shown);
    await expect(line(said)).toBeVisible();
    if (!isCalled) continue;
    const call = await customerCalls();
    expect((await call.waitFor('ended')).endedBy).toBe('business');
    await expect(ringing).toBeHidden();
  }

  await choose('Until a time…', 'Do not disturb');
  await page.getByLabel('Do not disturb until').fill('23:59');
  await page.keyboard.press('Enter');
  await expect(line(/^Do not disturbuntil 11:59\sPM|23:59/)).toBeVisible();

  await page.reload();
  await expect(availability).toContainText('Do not disturb');
  await world.relay.kill();
  await world.relay.start(world.graphUrl);
  await expect(line(/^Do not disturb/)).toBeVisible();
  const unwanted = await customerCalls();
  await unwanted.waitFor('ended');
  await expect(ringing).toBeHidden();

  await back.click();
  await expect(ready).toBeVisible();
  await customerCalls('Dewi Anggraini');
  await expect(ringing).toContainText('Dewi Anggraini');
});

test('after a call there is time, which counts down, outlives the relay, and ends early or by itself', {
  tag: '@waits',
}, async ({ seat, world, customerCalls }) => {
  test.setTimeout(120_000);
  const { page } = await seat('Sari');
  const { answer, duration, end, ready, ringing, row } = parts({ page });
  const { availability, countdown, readyNow, line } = words(page);
  await expect(ready).toBeVisible();
  await decide(world, page, '--after-call-seconds', '3600');

  const call = await customerCalls('Dewi Anggraini');
  await answer.click();
  await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
  await end.click();
  await expect(row('Dewi Anggraini')).toContainText('Completed');
  await expect(line(/^After-call/)).toBeVisible();
  await expect(availability).toContainText('After-call');
  await expect(countdown).toHaveText(/^ready again in (1:00:00|59:\d\d)$/);
  const shown = await countdown.textContent();
  await expect(countdown).not.toHaveText(shown ?? '');
  const early = await customerCalls();
  await early.waitFor('ended');
  await expect(ringing).toBeHidden();

  await world.relay.kill();
  await world.relay.start(world.graphUrl);
  await expect(countdown).toBeVisible();
  await readyNow.click();
  await expect(ready).toBeVisible();

  await decide(world, page, '--after-call-seconds', '3');
  await customerCalls('Rafi Pratama');
  await answer.click();
  await expect(duration).toBeVisible();
  // Awaited from before it comes: it is soon over.
  const afterCall = line(/^After-call/).waitFor();
  await end.click();
  await afterCall;
  await expect(ready).toBeVisible();
  await customerCalls('Dewi Anggraini');
  await expect(ringing).toContainText('Dewi Anggraini');
});

test.describe('as it looks', { tag: '@waits' }, () => {
  test.use({ relaySettings: { RINGDESK_RING_SECONDS: '5' } });

  test('every state is in order for axe in both themes, and is kept as a picture', async ({
    host,
    seat,
    world,
    customerCalls,
  }) => {
    test.skip(host !== 'browser', 'the same pages on both hosts, and a browser can be made as wide as needed');
    test.setTimeout(150_000);
    const { page } = await seat('Sari');
    const { answer, duration, end, lastCall, ready, ringing } = parts({ page });
    const { availability, back, choose, countdown, readyNow, line, setAway } = words(page);
    const sizes = { '': narrow, '-wide': wide };
    async function look(name: string): Promise<void> {
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        expect((await findViolations(page)).filter(counts), `${name}${size}`).toEqual([]);
        await takePictures(page, `softphone-${name}${size}`);
      }
      await page.setViewportSize(narrow);
    }
    await page.getByRole('button', { name: 'Not now' }).click();
    await world.relay.command('set', '--missed-ring-sets-away', 'yes', '--after-call-seconds', '600');
    await expect(ready).toBeVisible();

    await availability.click();
    await expect(page.getByRole('option', { name: 'Until a time…' })).toBeVisible();
    await look('availability');
    await page.keyboard.press('Escape');
    await choose('Lunch', 'Away for');
    await expect(line(/^AwayLunch/)).toBeVisible();
    await look('away');
    await choose('For 1 hour', 'Do not disturb');
    await expect(line(/^Do not disturb/)).toBeVisible();
    await choose('Until a time…', 'Do not disturb');
    await expect(page.getByRole('form', { name: 'Do not disturb' })).toBeVisible();
    await look('do-not-disturb');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await back.click();

    await customerCalls('Rafi Pratama');
    await expect(ringing).toBeVisible();
    await expect(setAway).toBeVisible({ timeout: 20_000 });
    await look('set-away');
    await back.click();

    await customerCalls('Dewi Anggraini');
    await answer.click();
    await expect(duration).toBeVisible();
    await end.click();
    await expect(countdown).toBeVisible();
    await expect(lastCall).toBeHidden({ timeout: 20_000 });
    await look('after-call');
    await readyNow.click();
    await expect(ready).toBeVisible();
  });
});
