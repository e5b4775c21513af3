import { oneMicrophone, openMicrophones, unplugMicrophone } from '../support/microphones.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, gapMs, parts, test } from './fixtures.ts';

test('the devices of a call', { tag: '@sound' }, async ({ seat, customerCalls }) => {
  const sari = await seat('Sari');
  const { page } = sari;
  const { answer, duration, microphone, speaker, end } = parts(sari);
  const call = await customerCalls('Dewi Anggraini');
  await answer.click();
  await expect(duration).toBeVisible();

  await test.step('microphone and speaker are chosen, and it goes on without a gap', async () => {
    const before = await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });

    await microphone.click();
    await expect(page.getByRole('option')).toHaveText([
      /Fake Default Audio Input/,
      'Fake Audio Input 1',
      'Fake Audio Input 2',
    ]);
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
    expect(heard.longestGapMs).toBeLessThan(gapMs);
    expect(await openMicrophones(sari.voice)).toEqual(oneMicrophone);

    await speaker.click();
    await expect(page.getByRole('option')).toHaveText([
      /Fake Default Audio Output/,
      'Fake Audio Output 1',
      'Fake Audio Output 2',
    ]);
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
    await expect(page.getByRole('option')).toHaveText([/Fake Default Audio Input/, 'Fake Audio Input 1']);
    await page.keyboard.press('Escape');
    await end.click();
    expect((await call.waitFor('ended')).endedBy).toBe('business');
  });
});
