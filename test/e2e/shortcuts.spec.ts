import { tray, windowState, workElsewhere } from '../support/desktop.ts';
import { look } from '../support/look.ts';
import { openSoftphone, windowAt } from '../support/softphone.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

const inEveryProgram = 'CommandOrControl+Shift+M';

test('keys', async ({ seat, host, world, profile, customerCalls }) => {
  test.setTimeout(120_000);
  const sari = await seat('Sari', { profile });
  const { app, page } = sari;
  const { answer, duration, end, goTo, mute, unmute } = parts(sari);

  await test.step('in the window one mutes and one ends the call, but not while something is typed', async () => {
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

  await test.step('they are pressed to change them, hold at once, and come back', async () => {
    await goTo('Settings');
    const keys = page.getByRole('region', { name: 'Keys' });
    const row = (name: string) => keys.getByRole('group', { name, exact: true });
    const change = (name: string) => row(name).getByRole('button', { name: 'Change' });

    await change('Mute').press('Enter');
    await page.keyboard.press('m');
    await expect(row('Mute')).toContainText('M is for typing. Add Ctrl, Cmd or Alt, or take a function key.');
    await page.keyboard.press('F9');
    await expect(row('Mute')).toContainText('F9 does “End call” already.');
    await page.keyboard.press('Escape');
    await expect(change('Mute')).toBeFocused();
    await expect(row('Mute').locator('kbd')).toHaveText('F8');
    await look(sari, 'keys');

    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Alt+M');
    await expect(row('Mute').locator('kbd')).toHaveText('Ctrl+Alt+M');
    await expect(change('Mute')).toBeFocused();

    const call = await customerCalls('Rafi Pratama');
    await answer.click();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
    await page.keyboard.press('F8');
    await expect(mute).toBeVisible();
    await page.keyboard.press('Control+Alt+M');
    await expect(unmute).toBeVisible();
    await keys.getByRole('button', { name: 'Restore the usual keys' }).click();
    await expect(row('Mute').locator('kbd')).toHaveText('F8');
    await page.keyboard.press('F8');
    await expect(mute).toBeVisible();
    await end.click();
    await call.waitFor('ended');
  });

  // A browser hears its own keys only; those of the desktop are pressed through the stand-in.
  if (app === null || process.env.ELECTRON_E2E === 'real') return;
  const press = (pressed = inEveryProgram) => app.evaluate(({ standIn }, all) => standIn.triggerShortcut(all), pressed);

  await test.step('one mutes from any program: tray, card and window say so', async () => {
    const onCard = parts({ page: await windowAt(app, 'card') });
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

  await test.step('keys that another program holds are said where they would be used', async () => {
    await app.evaluate(({ standIn }, taken) => standIn.takeShortcut(taken), inEveryProgram);
    const call = await customerCalls('Rafi Pratama');
    await answer.click();
    await expect(mute).toHaveAttribute('title', 'Mute (F8). Ctrl+Shift+M is used by another program.');
    await goTo('Settings');
    await expect(page.getByRole('region', { name: 'Keys' })).toContainText('Ctrl+Shift+M is used by another program.');
    await end.click();
    await call.waitFor('ended');
  });

  await test.step('other keys are tried at once, work without a restart, and outlive one', async () => {
    await goTo('Settings');
    const region = page.getByRole('region', { name: 'Keys' });
    const row = (name: string) => region.getByRole('group', { name: `${name} from any program`, exact: true });
    const change = (name: string) => row(name).getByRole('button', { name: 'Change' });

    await app.evaluate(({ standIn }) => standIn.takeShortcut('CommandOrControl+Alt+K'));
    await change('Mute').press('Enter');
    await page.keyboard.press('Control+Alt+K');
    await expect(row('Mute')).toContainText('Ctrl+Alt+K is used by another program.');
    await page.keyboard.press('Control+Alt+J');
    await expect(row('Mute').locator('kbd')).toHaveText('Ctrl+Alt+J');
    await change('Show Ringdesk').press('Enter');
    await page.keyboard.press('Control+Alt+J');
    await expect(row('Show Ringdesk')).toContainText('Ctrl+Alt+J does “Mute from any program” already.');
    await page.keyboard.press('Control+Alt+R');
    await expect(row('Show Ringdesk').locator('kbd')).toHaveText('Ctrl+Alt+R');

    await workElsewhere(app);
    await expect.poll(async () => (await windowState(app)).focused).toBe(false);
    expect(await press('CommandOrControl+Alt+R')).toBe(true);
    await expect.poll(async () => (await windowState(app)).focused).toBe(true);

    const call = await customerCalls('Dewi Anggraini');
    await answer.click();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
    expect(await press()).toBe(false);
    expect(await press('CommandOrControl+Alt+J')).toBe(true);
    await expect(unmute).toBeVisible();
    await end.click();
    await call.waitFor('ended');
    await sari.close();

    const second = await openSoftphone(host, { relayUrl: world.relay.url, profile });
    await parts(second).goTo('Settings');
    await expect(second.page.getByText('Ctrl+Alt+J', { exact: true })).toBeVisible();
    await second.close();
  });
});
