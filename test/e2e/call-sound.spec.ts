import type { Page } from '@playwright/test';
import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

declare global {
  interface Window {
    /** The switch on the headset: off, the microphone is open and gives digital silence. */
    ringdeskHeadset?: { switch(on: boolean): void };
  }
}

/** Puts a headset with a switch between the page and the microphone that the browser gives. */
function plugInHeadset(voice: Page): Promise<void> {
  return voice.evaluate(() => {
    const devices = navigator.mediaDevices;
    const getUserMedia = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      const context = new AudioContext();
      const gain = new GainNode(context);
      const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
      new MediaStreamAudioSourceNode(context, { mediaStream: await getUserMedia(constraints) })
        .connect(gain)
        .connect(out);
      window.ringdeskHeadset = { switch: (on) => gain.gain.setValueAtTime(on ? 1 : 0, 0) };
      return out.stream;
    };
  });
}

const flip = (voice: Page, on: boolean) => voice.evaluate((wanted) => window.ringdeskHeadset?.switch(wanted), on);

test('the sound of a call is measured, and said in words when it is bad', { tag: '@sound' }, async ({
  seat,
  customerCalls,
  world,
}) => {
  test.setTimeout(180_000);
  const sari = await seat('Sari');
  const { page, voice } = sari;
  const { answer, duration, end, goTo, mute, row, unmute } = parts(sari);

  await test.step('a microphone that is switched off is noticed', async () => {
    const silent = page.getByText('Your microphone is silent. Check the switch on the headset.');
    await plugInHeadset(voice);
    const call = await customerCalls('Rafi Pratama');
    await answer.click();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });

    const bars = page.getByRole('button', { name: /^Sound: / });
    await bars.focus();
    await page.keyboard.press('Enter');
    const figures = page.getByRole('dialog', { name: 'Sound of this call' });
    await expect(figures).toContainText(/Round trip\d+ ms/);
    await expect(figures).toContainText(/Lost on the way here\d/);
    await page.keyboard.press('Escape');
    await expect(figures).toBeHidden();

    await flip(voice, false);
    await expect(silent).toBeVisible({ timeout: 15_000 });
    await mute.click();
    await expect(silent).toBeHidden();
    await unmute.click();
    await expect(silent).toBeVisible({ timeout: 15_000 });
    await flip(voice, true);
    await expect(silent).toBeHidden();

    await end.click();
    expect((await call.waitFor('ended')).endedBy).toBe('business');
    await row('Rafi Pratama').click();
    const details = page.getByRole('region', { name: 'Details of the call with Rafi Pratama' });
    await expect(details).toContainText(/Sound(Good|Poor) sound/);
  });

  await test.step('packets that get lost are said on the side where they get lost, and stand in the record', async () => {
    await goTo('Calls');
    const seconds = async () => {
      const [m = 0, s = 0] = ((await duration.textContent()) ?? '').split(':').map(Number);
      return 60 * m + s;
    };
    const customers = page.getByText('The customer’s connection is poor.');
    const mine = page.getByText('Your connection is poor. The customer may hear gaps.');
    const { id } = await world.sandbox.addCustomer({
      name: 'Dewi Anggraini',
      phone: '6281255550142',
      speaks: { toneHz: 440 },
    });
    const call = await world.sandbox.placeCall({ customerId: id, media: 'lossy' });
    await answer.click();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 1 });
    await call.waitFor('speaking');

    await call.lose({ toBusiness: 0.5, fromBusiness: 0 });
    await expect(customers).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('button', { name: /^Sound: (bad|poor)$/ })).toBeVisible();
    // What lasts less than five seconds spoils no call.
    const since = await seconds();
    await expect.poll(seconds, { timeout: 15_000 }).toBeGreaterThan(since + 6);
    await call.lose({ toBusiness: 0, fromBusiness: 0 });
    await expect(customers).toBeHidden({ timeout: 60_000 });

    await call.lose({ toBusiness: 0, fromBusiness: 0.5 });
    await expect(mine).toBeVisible({ timeout: 40_000 });
    await end.click();
    await call.waitFor('ended');
    await row('Dewi Anggraini').click();
    const details = page.getByRole('region', { name: 'Details of the call with Dewi Anggraini' });
    await expect(details).toContainText('Poor sound: customer’s connection');
  });
});
