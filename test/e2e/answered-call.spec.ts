import { noMicrophone, oneMicrophone, openMicrophones, unplugMicrophone } from '../support/microphones.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, expectBothHear, expectNoMicrophone, gapMs, parts, test } from './fixtures.ts';

test('a customer calls, both hear each other, and the devices are changed meanwhile', { tag: '@sound' }, async ({
  seat,
  customerCalls,
}) => {
  const sari = await seat('Sari');
  const { page } = sari;
  const { ringing, answer, duration, mute, unmute, microphone, speaker, end, meter, row } = parts(sari);

  /** Those in the list that is open, beside the calls in theirs. */
  const devices = page.getByRole('option', { name: 'Audio' });

  await test.step('the desk rings, both hear each other, mute silences it, and the history has it', async () => {
    const call = await customerCalls('Dewi Anggraini');

    await expect(ringing).toBeVisible();
    await expect(ringing).toContainText('Dewi Anggraini');
    await expect(ringing).toContainText('Indonesia');
    await expect(ringing).toContainText(/\d+ s/);
    expect(await openMicrophones(sari.voice)).toEqual(noMicrophone);

    await answer.click();
    await expect(duration).toBeVisible();

    await expectBothHear(sari, call);
    await expect.poll(async () => Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(0);

    await mute.click();
    await expect(unmute).toBeVisible();
    await expect.poll(async () => (await call.state()).heard.silentForMs).toBeGreaterThan(500);
    await unmute.click();
    await expect.poll(async () => (await call.state()).heard.silentForMs).toBeLessThan(200);

    await end.click();
    const ended = await call.waitFor('ended');
    expect(ended.endedBy).toBe('business');
    await expect(duration).toBeHidden();
    await expectNoMicrophone(sari);

    await expect(row('Dewi Anggraini')).toContainText(/Completed · 0:0\d/);
  });

  const call = await customerCalls('Rafi Pratama');
  await answer.click();
  await expect(duration).toBeVisible();

  await test.step('microphone and speaker are chosen, and it goes on without a gap', async () => {
    const before = await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });

    await microphone.click();
    await expect(devices).toHaveText([/Fake Default Audio Input/, 'Fake Audio Input 1', 'Fake Audio Input 2']);
    await page.getByRole('option', { name: 'Fake Audio Input 2' }).click();
    await expect(microphone).toContainText('Fake Audio Input 2');
    const used = await call.state();
    const { heard } = await call.waitFor('hears', {
      hz: agentHz,
      toleranceHz: 25,
      minSeconds: used.heard.seconds + 1.5,
    });
    test.info().annotations.push({
      type: 'gap at the change of microphone',
      description: `${before.heard.longestGapMs} ms before, ${heard.longestGapMs} ms after`,
    });
    expect(heard.longestGapMs).toBeLessThanOrEqual(gapMs);
    expect(await openMicrophones(sari.voice)).toEqual(oneMicrophone);

    await speaker.click();
    await expect(devices).toHaveText([/Fake Default Audio Output/, 'Fake Audio Output 1', 'Fake Audio Output 2']);
    await page.getByRole('option', { name: 'Fake Audio Output 1' }).click();
    await expect(speaker).toContainText('Fake Audio Output 1');
    const playsOn = () => sari.voice.evaluate(() => window.ringdeskVoiceInspector?.inspect().speaker);
    await expect.poll(playsOn).not.toBe('default');
  });

  await test.step('the microphone is unplugged: the next best takes over, which is said, and the customer hears on', async () => {
    await unplugMicrophone(sari.voice);
    await expect(page.getByText('The microphone was unplugged. The call goes on with the next one.')).toBeVisible();
    await expect(microphone).toContainText('Fake Default Audio Input');
    expect(await openMicrophones(sari.voice)).toEqual(oneMicrophone);
    const { heard } = await call.state();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: heard.seconds + 1 });

    await microphone.click();
    await expect(devices).toHaveText([/Fake Default Audio Input/, 'Fake Audio Input 1']);
    await page.keyboard.press('Escape');
    await end.click();
    expect((await call.waitFor('ended')).endedBy).toBe('business');
  });
});
