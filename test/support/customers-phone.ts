import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { voiceFile } from './voice-wav.ts';

/** A person's browser at the sandbox's `/phone`; they speak with a voice of this pitch. */
export async function openPhone(
  sandboxUrl: string,
  profile: string,
  hz: number,
): Promise<{ phone: Page; close: () => Promise<void> }> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no browser: run npm test, which finds or gets one');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    permissions: ['microphone'],
    args: [
      '--mute-audio',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${voiceFile(hz)}`,
    ],
  });
  const phone = context.pages()[0] ?? (await context.newPage());
  await phone.goto(`${sandboxUrl}/phone`);
  return { phone, close: () => context.close() };
}
