import { headsetName, type WornState, wearHeadset } from '../support/headset.ts';
import { look } from '../support/look.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

const works = `${headsetName}: answer, mute, end`;

test('a headset answers, mutes and ends, shows what the window does, is free between calls, and can be tried then', async ({
  seat,
  host,
  customerCalls,
}) => {
  const sari = await seat('Sari');
  const { page } = sari;
  const { ringing, answer, mute, unmute, end, goTo, ready } = parts(sari);
  const headset = await wearHeadset(sari);
  const shows = (state: Partial<WornState>) => expect.poll(() => headset.state()).toMatchObject(state);

  await test.step('it is found, and asked for where the browser wants that', async () => {
    await expect(ready).toBeVisible();
    await goTo('Settings');
    const setting = page.getByRole('region', { name: 'Headset buttons' });
    if (host === 'browser') {
      await expect(setting).toContainText('No headset with buttons found.');
      await setting.getByRole('button', { name: 'Connect headset buttons' }).click();
    }
    await expect(setting).toHaveText(works);
    expect(await headset.state()).toMatchObject({ opened: false, timesOpened: 0 });
  });

  const call = await customerCalls('Dewi Anggraini');
  await test.step('it rings, and a press answers', async () => {
    await expect(ringing).toBeVisible();
    await shows({ opened: true, ring: true, offHook: false });
    await headset.press('call');
    await expect(end).toBeVisible();
    await shows({ ring: false, offHook: true, mute: false });
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });
  });

  await test.step('mute at the headset mutes, and shows in the window', async () => {
    await headset.press('mute');
    await expect(unmute).toBeVisible();
    await shows({ mute: true });
    await expect.poll(async () => (await call.state()).heard.silentForMs).toBeGreaterThan(500);
  });

  await test.step('what the window does shows at the headset', async () => {
    await unmute.click();
    await shows({ mute: false });
    await mute.click();
    await shows({ mute: true, offHook: true });
  });

  await test.step('it is pulled out, and nothing is lost; put back, it shows the call', async () => {
    await headset.unplug();
    await expect(unmute).toBeVisible();
    await expect(page.getByText('No headset with buttons found.')).toBeVisible();
    await headset.plug();
    await shows({ opened: true, offHook: true, mute: true, ring: false });
    const { heard } = await call.state();
    await unmute.click();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: heard.seconds + 1.2 });
  });

  await test.step('a press ends, and other programs have it again', async () => {
    await headset.press('call');
    expect((await call.waitFor('ended')).endedBy).toBe('business');
    await expect(end).toBeHidden();
    await shows({ opened: false, ring: false, offHook: false, mute: false });
  });

  await test.step('Test my desk shows each press as it arrives', async () => {
    await goTo('Settings');
    await page.getByRole('button', { name: 'Test my desk' }).click();
    for (let before = 0; before < 3; before += 1) await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('button', { name: 'Try the buttons' }).click();
    await expect(page.getByText('Press the answer button on your headset.')).toBeVisible();
    await shows({ opened: true, ring: true });
    await headset.press('call');
    await expect(page.getByText('Answer arrived.')).toBeVisible();
    await shows({ offHook: true });
    await headset.press('mute');
    await expect(page.getByText('Mute arrived.')).toBeVisible();
    await expect(page.getByText('Now press the button that ends a call.')).toBeVisible();
    await look(sari, 'desk-test-headset');
  });

  await test.step('a call comes first, while another program holds the headset', async () => {
    await headset.holdElsewhere(true);
    await headset.unplug();
    await headset.plug();
    await customerCalls('Rafi Pratama');
    await answer.click();
    await expect(end).toBeVisible();
    await expect(page.getByText('The buttons of the headset could not be opened.')).toBeVisible();
    expect(await headset.state()).toMatchObject({ opened: false });
    await end.click();
    await expect(end).toBeHidden();
  });

  await test.step('once it is free, the trial goes on to its end', async () => {
    await headset.holdElsewhere(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await shows({ ring: true });
    await headset.press('call');
    await shows({ offHook: true, ring: false });
    await headset.press('mute');
    await shows({ mute: true });
    await expect(page.getByText('Now press the button that ends a call.')).toBeVisible();
    // Just after mute it would not be believed.
    await expect(async () => {
      if ((await headset.state()).opened) await headset.press('call');
      await expect(page.getByText(`Works, ${works}`)).toBeVisible({ timeout: 1_500 });
    }).toPass();
    await shows({ opened: false, ring: false, offHook: false, mute: false });
    await headset.press('call');
    await expect(end).toBeHidden();
    await expect(ringing).toBeHidden();
  });
});
