import { decide, words } from '../support/availability.ts';
import { tray, workElsewhere } from '../support/desktop.ts';
import { expect, parts, test } from './fixtures.ts';

test.use({ relaySettings: { RINGDESK_RING_SECONDS: '5' } });

test('a missed call', { tag: '@waits' }, async ({ seat, world, customerCalls }) => {
  test.setTimeout(120_000);
  const sari = await seat('Sari');
  const { app, page } = sari;
  const { ready, ringing, lastCall, goTo, row } = parts(sari);
  const { availability, back, setAway } = words(page);

  await test.step('the ringing goes away, says so, and the call is under Missed', async () => {
    const rings = () => sari.voice.evaluate(() => window.ringdeskVoiceInspector?.inspect().ringtone);
    const call = await customerCalls('Dewi Anggraini');

    await expect(ringing).toBeVisible();
    await expect.poll(rings).toBe(true);

    await expect(ringing).toBeHidden();
    await expect(lastCall).toContainText('The call rang out.');
    expect(await rings()).toBe(false);
    expect(await call.waitFor('ended')).toMatchObject({ endedBy: 'business', startedAt: null });

    await expect(page.getByRole('link', { name: 'Missed' })).toHaveAccessibleDescription('1 today');
    await goTo('Missed');
    await expect(row('Dewi Anggraini')).toContainText('Missed');
  });

  await test.step('it marks the tray and the badge of the desktop until the Missed list is in front', async () => {
    if (app === null || process.env.ELECTRON_E2E === 'real') return;
    await goTo('Calls');
    const badge = () => app.evaluate(({ app: electron }) => electron.getBadgeCount());
    const call = await customerCalls('Rafi Pratama');
    await expect(ringing).toBeVisible();
    await call.hangUp();
    await expect.poll(badge).toBe(1);
    const ready = { picture: 'ready-light.png', toolTip: 'Ringdesk: Ready' };
    const marked = { picture: 'ready-missed-light.png', toolTip: 'Ringdesk: Ready, 1 missed call' };
    await expect.poll(() => tray(app)).toMatchObject(marked);

    await workElsewhere(app);
    await goTo('Missed');
    await goTo('Calls');
    expect(await badge()).toBe(1);
    await app.evaluate(({ standIn }) => standIn.trays[0]?.emit('click'));
    await goTo('Missed');
    await expect.poll(badge).toBe(0);
    await expect.poll(() => tray(app)).toMatchObject(ready);
  });

  await test.step('it leaves the agent available, or away where the admin wants that, with one click back', async () => {
    await goTo('Calls');
    await customerCalls('Dewi Anggraini');
    await expect(ringing).toBeVisible();
    await expect(ringing).toBeHidden({ timeout: 20_000 });
    await expect(availability).toContainText('Available');
    await expect(ready).toBeVisible();

    await decide(world, page, '--missed-ring-sets-away', 'yes');
    await customerCalls('Rafi Pratama');
    await expect(ringing).toBeVisible();
    await expect(setAway).toBeVisible({ timeout: 20_000 });
    await expect(availability).toContainText('Away');
    await page.reload();
    await expect(setAway).toBeVisible();
    await back.click();
    await expect(ready).toBeVisible();
    await expect(setAway).toBeHidden();
    await customerCalls('Dewi Anggraini');
    await expect(ringing).toBeVisible();
  });
});
