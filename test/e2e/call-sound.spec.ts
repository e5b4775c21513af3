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

test('the sound of a call is measured, and a microphone that is switched off is noticed', { tag: '@sound' }, async ({
  seat,
  customerCalls,
}) => {
  const sari = await seat('Sari');
  const { page, voice } = sari;
  const { answer, mute, unmute, end, row } = parts(sari);
  const silent = page.getByText('Your microphone is silent. Check the switch on the headset.');
  await plugInHeadset(voice);
  const call = await customerCalls('Dewi Anggraini');
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
  await row('Dewi Anggraini').click();
  const details = page.getByRole('region', { name: 'Details of the call with Dewi Anggraini' });
  await expect(details).toContainText(/Sound(Good|Poor) sound/);
});
