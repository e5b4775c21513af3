import { chromium, type Page } from '@playwright/test';
import { browserPath, noAddressBar } from './browser.ts';
import { voiceFile } from './voice-wav.ts';

/** A person's browser at the sandbox's `/phone`; they speak with a voice of this pitch. */
export async function openPhone(
  sandboxUrl: string,
  profile: string,
  hz: number,
): Promise<{ phone: Page; close: () => Promise<void> }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless: true,
    chromiumSandbox: false,
    permissions: ['microphone'],
    args: [
      noAddressBar,
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
