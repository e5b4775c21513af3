import { expect, type Page } from '@playwright/test';
import { type Heard, listen } from '../../scripts/check/listen.ts';

export * from '../../scripts/check/listen.ts';

/** As {@link listen}, from the first sound on: customers speak only when they have heard something of us, which takes its time. */
export async function listenOnceHeard(voice: Page, seconds: number): Promise<Heard> {
  await expect.poll(async () => (await listen(voice, 0.2)).rmsDb, { intervals: [0] }).toBeGreaterThan(-50);
  return listen(voice, seconds);
}
