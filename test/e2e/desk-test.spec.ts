import { closeWindow, notifications, windowState } from '../support/desktop.ts';
import { look } from '../support/look.ts';
import { oneMicrophone, openMicrophones } from '../support/microphones.ts';
import { startTurnServer } from '../support/turn-server.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

test('the test of a desk', async ({ seat, host, customerCalls }) => {
  const sari = await seat('Sari');
  const { page, app, voice } = sari;
  const { answer, end, goTo } = parts(sari);
  const openMicrophone = page.getByRole('button', { name: 'Open the microphone' });
  const open = async () => {
    await openMicrophone.click();
    await expect.poll(() => openMicrophones(voice)).toEqual(oneMicrophone);
  };

  const offer = page.getByText('Set up this desk: 1 minute');

  await test.step('sets it up, and says what works', async () => {
    await expect(offer).toBeVisible();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Test my desk' })).toBeVisible();
    await expect(offer).toBeHidden();

    await expectNoMicrophone(sari);
    await page.getByRole('button', { name: 'Open the microphone' }).click();
    await expect.poll(() => openMicrophones(voice)).toEqual(oneMicrophone);
    const level = page.getByRole('meter', { name: 'Test level' });
    await expect.poll(async () => Number(await level.getAttribute('aria-valuenow'))).toBeGreaterThan(10);
    await look(sari, 'desk-test-microphone');
    await page.getByRole('button', { name: 'Record 3 seconds' }).click();
    await expect(page.getByText('Did you hear yourself?')).toBeVisible();
    await page.getByRole('button', { name: 'Yes' }).click();
    await expectNoMicrophone(sari);

    await page.getByRole('button', { name: 'Play a tone' }).click();
    await expect(page.getByText('Did you hear it?')).toBeVisible();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('button', { name: 'Ring once' }).click();
    await expect.poll(() => voice.evaluate(() => window.ringdeskVoiceInspector?.inspect().ringtoneSample)).toBe(true);
    await page.getByRole('button', { name: 'Yes' }).click();
    // The app has every headset that there is; a browser gives one only to a page that asks.
    if (host === 'browser') await page.getByRole('button', { name: 'Skip' }).click();
    else await expect(page.getByText('Skipped, no headset with buttons found')).toBeVisible();
    await page.getByRole('button', { name: 'Show a notification' }).click();
    await expect(page.getByText('Did you see it?')).toBeVisible();
    await look(sari, 'desk-test-notification');
    if (app !== null) expect((await notifications(app)).at(-1)).toMatchObject({ title: 'Ringdesk' });
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('button', { name: 'Test the connection' }).click();
    const noProxy = host === 'electron' ? ', no proxy' : '';
    await expect(
      page.getByText(new RegExp(`^Works, [\\d,.]+ ms, fast connection \\(WebSocket\\)${noProxy}$`)),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Test the way of the sound' }).click();
    await expect(
      page.getByText('Not known, no STUN or TURN server is set to ask; the first call will show it'),
    ).toBeVisible();
    await expect(page.getByText('Something does not work yet.')).toBeVisible();
    await look(sari, 'desk-test-result');
    await expectNoMicrophone(sari);
  });

  await test.step('whoever goes away in the middle leaves no microphone open', async () => {
    await goTo('Settings');
    await page.getByRole('button', { name: 'Test my desk' }).click();
    await open();
    await goTo('Calls');
    await expectNoMicrophone(sari);
    if (app === null) return;
    await goTo('Settings');
    await page.getByRole('button', { name: 'Test my desk' }).click();
    await open();
    await closeWindow(app);
    await expect.poll(() => windowState(app)).toMatchObject({ visible: false });
    await expectNoMicrophone(sari);
  });

  await test.step('a call that rings breaks it off and is answered as ever', async () => {
    await goTo('Settings');
    await page.getByRole('button', { name: 'Test my desk' }).click();
    await open();

    await customerCalls('Dewi Anggraini');
    await expect(answer).toBeVisible();
    await expectNoMicrophone(sari);
    await expect(openMicrophone).toHaveAccessibleDescription('A call comes first. Go on when it is over.');
    await answer.click();
    await expect(end).toBeVisible();
    await expect.poll(() => openMicrophones(voice)).toEqual(oneMicrophone);
    await end.click();
    await expectNoMicrophone(sari);
  });

  await test.step('it is offered once', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Test my desk' })).toBeVisible();
    await expect(offer).toBeHidden();
  });
});

test.describe('with servers for the sound', () => {
  let turn: Awaited<ReturnType<typeof startTurnServer>>;
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern.
    relaySettings: async ({}, use) => {
      turn = await startTurnServer('north');
      await use({ RINGDESK_ICE_URLS: `${turn.stun},${turn.turn}`, RINGDESK_TURN_SECRET: 'north' });
      await turn.close();
    },
  });

  test('the test of a desk asks those that the relay names, and a call says which way it took', async ({
    seat,
    world,
    host,
    customerCalls,
  }) => {
    const sari = await seat('Sari');
    const { page } = sari;
    const { answer, duration, end } = parts(sari);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    for (let step = 0; step < (host === 'browser' ? 6 : 5); step += 1)
      await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('button', { name: 'Test the way of the sound' }).click();
    await expect(page.getByText('Works, direct, over UDP')).toBeVisible({ timeout: 20_000 });

    await customerCalls('Dewi Anggraini');
    await answer.click();
    await expect(duration).toBeVisible();
    await page.getByRole('button', { name: /^Sound: / }).click();
    await expect(page.getByRole('dialog', { name: 'Sound of this call' })).toContainText('directly, over UDP');
    await page.keyboard.press('Escape');
    await end.click();
    expect(world.relay.log.join('')).not.toContain('north');
  });
});
