import { tray, workElsewhere } from '../support/desktop.ts';
import { windowAt } from '../support/softphone.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

test('in the window one key mutes and one ends the call, but not while something is typed', async ({
  seat,
  customerCalls,
}) => {
  const { page } = await seat('Sari');
  const { answer, duration, end, mute, unmute } = parts({ page });
  const call = await customerCalls('Dewi Anggraini');
  await answer.click();
  await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
  await expect(mute).toHaveAttribute('aria-keyshortcuts', 'F8');
  await expect(end).toHaveAttribute('title', /^End call \(F9/);

  await page.keyboard.press('F8');
  await expect(unmute).toBeVisible();
  await expect.poll(async () => (await call.state()).heard.silentForMs).toBeGreaterThan(300);
  await page.keyboard.press('F8');
  await expect(mute).toBeVisible();

  await page.getByRole('searchbox').click();
  await page.keyboard.press('F9');
  await page.keyboard.press('F8');
  await expect(mute).toBeVisible();
  await mute.focus();
  await page.keyboard.press('F9');
  expect((await call.waitFor('ended')).endedBy).toBe('business');
  await expect(duration).toBeHidden();
});

test.describe('in every program', () => {
  test.skip(({ host }) => host !== 'electron', 'a browser hears its own keys only');
  test.skip(process.env.ELECTRON_E2E === 'real', 'the keys of the desktop are pressed through the stand-in');
  const keys = 'CommandOrControl+Shift+M';

  test('a shortcut mutes the call, and tray, card and window all say so', async ({ seat, customerCalls }) => {
    const { app, page } = await seat('Sari');
    if (app === null) throw new Error('no application');
    const { answer, mute, unmute } = parts({ page });
    const onCard = parts({ page: await windowAt(app, 'card') });
    const press = () => app.evaluate(({ standIn }, pressed) => standIn.triggerShortcut(pressed), keys);
    expect(await press()).toBe(false);

    const call = await customerCalls('Dewi Anggraini');
    await answer.click();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
    await expect(mute).toHaveAttribute('title', 'Mute (F8, in any program Ctrl+Shift+M)');
    await workElsewhere(app);
    await expect(onCard.mute).toBeVisible();

    expect(await press()).toBe(true);
    await expect(unmute).toBeVisible();
    await expect(onCard.unmute).toBeVisible();
    await expect
      .poll(() => tray(app))
      .toMatchObject({ picture: expect.stringMatching(/^muted/), toolTip: 'Ringdesk: Muted: Dewi Anggraini' });
    await expect.poll(async () => (await call.state()).heard.silentForMs).toBeGreaterThan(300);
    expect(await press()).toBe(true);
    await expect(onCard.mute).toBeVisible();

    await call.hangUp();
    await expect(mute).toBeHidden();
    expect(await press()).toBe(false);
  });

  test('keys that another program holds are said where they would be used', async ({ seat, customerCalls }) => {
    const { app, page } = await seat('Sari');
    if (app === null) throw new Error('no application');
    const { answer, end, mute } = parts({ page });
    await app.evaluate(({ standIn }, taken) => standIn.takeShortcut(taken), keys);
    const call = await customerCalls('Dewi Anggraini');
    await answer.click();
    await expect(mute).toHaveAttribute('title', 'Mute (F8). Ctrl+Shift+M is used by another program.');
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Keys' })).toContainText('Ctrl+Shift+M is used by another program.');
    await end.click();
    await call.waitFor('ended');
  });
});
