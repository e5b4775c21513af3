import { expect, type Page } from '@playwright/test';
import { type Heard, listen } from '../../scripts/check/listen.ts';

export * from '../../scripts/check/listen.ts';

/**
 * As {@link listen}, from the first sound on: the way to a customer who has picked up may still be made, and customers speak only when
 * they have heard something of us.
 */
export async function listenOnceHeard(voice: Page, seconds: number): Promise<Heard> {
  await voice.waitForFunction(() => window.ringdeskVoiceInspector?.inspect().heard, undefined, { polling: 50 });
  await expect.poll(async () => (await listen(voice, 0.2)).rmsDb, { intervals: [0] }).toBeGreaterThan(-50);
  return listen(voice, seconds);
}
