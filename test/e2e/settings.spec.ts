import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { openSoftphone, type Softphone } from '../support/softphone.ts';
import { expect, parts, test } from './fixtures.ts';

const ringer = 'Fake Audio Output 2';

test('what is set holds at once and is kept', async ({ seat, host, world, profile, customerCalls }) => {
  test.setTimeout(120_000);
  const sari = await seat('Sari', { profile });
  const { page, app } = sari;
  const { answer, decline, end, goTo, ringing } = parts(sari);
  await goTo('Settings');

  await test.step('a theme holds at once and after a reload', async () => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const theme = page.getByRole('combobox', { name: 'Theme' });
    const choose = async (name: string) => {
      // A list that is open closes when what lies beneath it is scrolled, as a click on what is out of sight does.
      await theme.scrollIntoViewIfNeeded();
      await theme.click();
      await page.getByRole('option', { name }).click();
    };
    await choose('Light');
    await expect.poll(ground).toBe('rgb(243, 246, 248)');
    await choose('Dark');
    await expect.poll(ground).toBe('rgb(13, 18, 21)');
    await page.reload();
    await expect(theme).toContainText('Dark');
    await expect.poll(ground).toBe('rgb(13, 18, 21)');
    await choose('Like the system');
    await expect(theme).toContainText('Like the system');
  });

  await test.step('Ringdesk starts with the computer, or does not', async () => {
    const start = page.getByRole('switch', { name: 'Start with the computer' });
    if (app === null) {
      await expect(page.getByRole('combobox', { name: 'Theme' })).toBeVisible();
      await expect(start).toBeHidden();
      return;
    }
    await app.evaluate(({ app: electron }, folder) => electron.setPath('appData', folder), profile);
    await page.reload();
    await expect(start).not.toBeChecked();
    await start.click();
    await expect(start).toBeChecked();
    const entry = join(profile, 'autostart', 'com.ringdesk.desktop.desktop');
    expect(readFileSync(entry, 'utf8')).toContain('"--hidden"');
    await start.click();
    await expect(start).not.toBeChecked();
    expect(existsSync(entry)).toBe(false);
  });

  await test.step('the log is saved without numbers and tokens', async () => {
    await customerCalls('Dewi Anggraini');
    await decline.click();
    await expect(ringing).toBeHidden();
    await goTo('Settings');
    const relay = new URL(world.relay.url).host;
    const about = page.getByRole('region', { name: 'About' });
    await expect(about).toContainText('0.1.0');
    await expect(about).toContainText('Chromium');
    await expect(about).toContainText(relay);
    const save = page.getByRole('button', { name: 'Save log…' });

    if (app === null) {
      const coming = page.waitForEvent('download');
      await save.click();
      const file = await (await coming).path();
      const summary = readFileSync(file, 'utf8');
      expect(summary).toContain(`Relay: ${relay}`);
      expect(summary).not.toMatch(/5550101|sari@|Dewi/i);
      return;
    }
    const file = join(profile, 'log.zip');
    await app.evaluate(({ standIn }, filePath) => standIn.dialog.answerNext({ filePath }), file);
    await save.click();
    await expect(about.getByText('Saved.')).toBeVisible();
    const files = Object.entries(unzipSync(new Uint8Array(readFileSync(file)))).map(
      ([name, bytes]) => [name, strFromU8(bytes)] as const,
    );
    expect(files.map(([name]) => name)).toEqual(['summary.txt', 'settings.json', 'logs/ringdesk.log']);
    const all = files.map(([, text]) => text).join('\n');
    expect(all).toContain(`Relay: ${relay}`);
    expect(all).toContain('Connection: up');
    expect(all).not.toMatch(/62815550|Dewi|Bearer (?!\[)|a=candidate|v=0/);
  });

  await test.step('the ringtone has a device and a volume of its own, heard at once and kept', async () => {
    const inspect = (from: Softphone) =>
      from.voice.evaluate(() => {
        const state = window.ringdeskVoiceInspector?.inspect();
        return {
          device: state?.ringtoneDevice ?? '',
          volume: state?.ringtoneVolume ?? 0,
          sample: state?.ringtoneSample ?? false,
          rings: state?.ringtone ?? false,
          speaker: state?.speaker ?? '',
        };
      });
    // Where Settings begin.
    await goTo('Calls');
    await goTo('Settings');
    const device = page.getByRole('combobox', { name: 'Ringtone device' });
    await device.click();
    await page.getByRole('option', { name: ringer }).click();
    await expect(device).toContainText(ringer);
    await expect.poll(async () => (await inspect(sari)).device).not.toBe('default');
    expect((await inspect(sari)).speaker).toBe('default');

    const volume = page.getByRole('slider', { name: 'Ringtone volume' });
    await expect(volume).toHaveValue('0.7');
    await volume.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await inspect(sari)).volume).toBeCloseTo(0.1);

    const play = page.getByRole('button', { name: 'Play', exact: true });
    await play.click();
    await expect.poll(async () => (await inspect(sari)).sample).toBe(true);
    await expect.poll(async () => (await inspect(sari)).sample).toBe(false);

    await customerCalls('Nour');
    await expect(ringing).toBeVisible();
    await expect(play).toHaveAccessibleDescription('Plays again when the call is over.');
    await expect.poll(async () => (await inspect(sari)).rings).toBe(true);
    await answer.click();
    await expect(end).toBeVisible();
    expect(await inspect(sari)).toMatchObject({ rings: false, sample: false });
    await end.click();

    await sari.page.reload();
    await goTo('Settings');
    await expect(device).toContainText(ringer);
    await expect(volume).toHaveValue('0.1');
    await sari.close();

    const again = await openSoftphone(host, { relayUrl: world.relay.url, profile });
    await parts(again).goTo('Settings');
    await expect(again.page.getByRole('combobox', { name: 'Ringtone device' })).toContainText(ringer);
    await expect.poll(async () => (await inspect(again)).volume).toBeCloseTo(0.1);
    await expect(again.page.getByText('Ready', { exact: true })).toBeVisible();
    await customerCalls('Rafi Pratama');
    await expect.poll(async () => (await inspect(again)).rings).toBe(true);
    expect((await inspect(again)).device).not.toBe('default');
    await parts(again).decline.click();
    await expect.poll(async () => (await inspect(again)).rings).toBe(false);
    await again.close();
  });
});
