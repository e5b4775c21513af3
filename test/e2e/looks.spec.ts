import { chromium } from '@playwright/test';
import { browserPath, noAddressBar } from '../support/browser.ts';
import { findViolations, narrow, takePictures, wide } from '../support/look.ts';
import { expect, test } from './fixtures.ts';

/** States that a story seldom stands still in, as the page of parts shows them: kept as pictures, and in order for axe. */
test.skip(({ host }) => host !== 'browser', 'the page of parts is the same on both hosts');

/** A window of 400 × 680 at 200 %. */
const zoomed = { width: 200, height: 340 };
const card = { width: 360, height: 148 };
const strip = { width: 360, height: 56 };

/** A state of the window and nothing more: neither another size, nor other calls, nor the card. */
const isPlain = (state: string): boolean => /^(?!card)\w+$/.test(state);

type Look = { name: string; size: typeof narrow; contrast?: boolean };

const looks: Record<string, Look> = {
  notReadySilent: { name: 'not-ready', size: narrow },
  ringingLongName: { name: 'ringing-long-name', size: narrow },
  ringingArabic: { name: 'ringing-arabic', size: narrow },
  callConnecting: { name: 'connecting', size: narrow },
  onCallNoteTyped: { name: 'note', size: narrow },
  'onCallNoteTyped&wide': { name: 'note-wide', size: wide },
  'offlineNoteHere&wide': { name: 'note-offline-wide', size: wide },
  muted: { name: 'muted', size: narrow },
  customerPoor: { name: 'poor-sound', size: narrow },
  microphoneFailed: { name: 'microphone-failed', size: narrow },
  nearLimit: { name: 'near-limit', size: narrow },
  overFailure: { name: 'cut-off', size: narrow },
  'ready&calls=none': { name: 'nothing-yet', size: narrow },
  'ready&calls=none#/missed': { name: 'nothing-missed', size: narrow },
  'ready&calls=none#/history': { name: 'no-history', size: narrow },
  'ready&calls=many': { name: 'many-calls', size: narrow },
  'ringingLongName&zoomed': { name: 'ringing-200-percent', size: zoomed },
  'onCallNoteTyped&zoomed': { name: 'call-200-percent', size: zoomed },
  'onCallNoteTyped&contrast': { name: 'call-high-contrast', size: narrow, contrast: true },
  'ringing&contrast': { name: 'ringing-high-contrast', size: narrow, contrast: true },
  cardRinging: { name: 'card-ringing', size: card },
  cardRingingLongName: { name: 'card-ringing-long-name', size: card },
  cardRingingArabic: { name: 'card-ringing-arabic', size: card },
  cardOnCall: { name: 'card-call', size: strip },
  cardMuted: { name: 'card-muted', size: strip },
  cardOver: { name: 'card-over', size: strip },
};

test('every state is in order for axe in both themes, and is kept as a picture', async ({ world }) => {
  test.setTimeout(240_000);
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', noAddressBar] });
  const page = await browser.newPage();
  // The pictures are to differ only where the looks do.
  await page.clock.setFixedTime(new Date('2026-11-20T14:30:00'));
  const found: string[] = [];
  for (const [state, { name, size, contrast = false }] of Object.entries(looks)) {
    await page.setViewportSize(size);
    await page.emulateMedia({ forcedColors: contrast ? 'active' : 'none' });
    // Away first: an address that differs behind its # only would not be loaded anew.
    await page.goto('about:blank');
    await page.goto(`${world.relay.url}/kit.html?state=${state}`);
    await page.locator('main:not([aria-busy])').waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // Axe looked at a plain state of the window in `softphone.test.ts`. Colours of high contrast are the system's own.
    if (!isPlain(state) && !contrast)
      found.push(...(await findViolations(page)).map((violation) => `${name}, ${violation}`));
    await takePictures(page, `state-${name}`);
  }
  await browser.close();
  expect(found).toEqual([]);
});
