import { type Browser, chromium, type Page } from '@playwright/test';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, noAddressBar } from '../../test/support/browser.ts';
import { type BuiltPage, servePage } from '../../test/support/built-page.ts';
import { type FakeViewName, fakeViews } from '../host/fake-views.ts';

/** The softphone in a real browser, each state on the page of parts (kit.html), without a desk behind it. */

let site: BuiltPage;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await servePage('kit.html');
  browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', noAddressBar] });
  page = await browser.newPage();
  page.setDefaultTimeout(20_000);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const address = (state: string, rest = '') => `${site.url}?state=${state}${rest}`;

/** The page begins anew in this state. */
async function open(state: FakeViewName, rest = ''): Promise<void> {
  await page.setViewportSize({ width: 400, height: 680 });
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'none', colorScheme: 'light' });
  // An address that differs behind its # only would not be loaded anew.
  await page.goto('about:blank');
  await page.goto(address(state, rest));
  await page.locator('main:not([aria-busy])').waitFor();
}

const asked = () => page.evaluate(() => window.ringdeskFake?.commands ?? []);

describe('the softphone in a browser', () => {
  const states: FakeViewName[] = [
    'signedOut',
    'signInRefused',
    'notReadySilent',
    'ready',
    'away',
    'awayForLunch',
    'missedAway',
    'undisturbed',
    'afterCall',
    'afterCallThenBreak',
    'offline',
    'moved',
    'movedOnCall',
    'ringing',
    'nearLimit',
    'customerPoor',
    'microphoneSilent',
    'ringingLongName',
    'ringingArabic',
    'ringingUsername',
    'calling',
    'ringingThere',
    'callConnecting',
    'onCall',
    'onCallLongName',
    'onCallNoteTyped',
    'offlineNoteHere',
    'muted',
    'microphoneFailed',
    'ending',
    'over',
    'overFailure',
    'commandFailed',
  ];
  /** Widths and themes change the look only, so the second of each is asked about colours and names alone. */
  test.for([
    { theme: 'light', width: 400, only: null },
    { theme: 'dark', width: 1180, only: ['color-contrast', 'label-content-name-mismatch', 'region'] },
  ])('axe finds nothing wrong in any state, $theme, $width px', { timeout: 90_000 }, async ({ theme, width, only }) => {
    await open('ready', `&theme=${theme}#/calls/wacid.fake.3`);
    await page.setViewportSize({ width, height: 680 });
    await page.evaluate(axe.source);
    const views: Record<string, unknown> = fakeViews(Date.now());
    const found: string[] = [];
    for (const state of states) {
      const violations = await page.evaluate(showAndCheck, { view: views[state], only });
      for (const violation of violations) found.push(`${state}: ${violation}`);
    }
    expect(found).toEqual([]);
  });

  test('who signs in is asked for what is missing, then the desk is asked', async () => {
    await open('signedOut');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Enter the address you sign in with.').waitFor();
    await page.getByLabel('Email').fill('sari@nusa.example');
    await page.getByLabel('Password').fill('secret');
    await page.keyboard.press('Enter');
    expect(await asked()).toEqual([{ kind: 'signIn', email: 'sari@nusa.example', password: 'secret' }]);
  });

  test('availability is a combobox that works by keyboard', async () => {
    await open('ready');
    const availability = page.getByRole('combobox', { name: 'Availability', exact: true });
    expect(await availability.textContent()).toContain('Available');
    await availability.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Break' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await asked()).toEqual([{ kind: 'setAvailability', availability: { kind: 'break' } }]);
  });

  test('Away has the admin’s reasons, and do not disturb its times, one of them typed', async () => {
    await open('ready');
    const availability = page.getByRole('combobox', { name: 'Availability', exact: true });
    await availability.click();
    await page.getByRole('group', { name: 'Away for' }).getByRole('option', { name: 'Lunch' }).click();
    await availability.click();
    const undisturbed = page.getByRole('group', { name: 'Do not disturb' });
    await undisturbed.getByRole('option', { name: 'For 1 hour' }).click();
    await availability.click();
    await undisturbed.getByRole('option', { name: 'Until a time…' }).click();
    const form = page.getByRole('form', { name: 'Do not disturb' });
    const time = form.getByLabel('Do not disturb until');
    await time.waitFor();
    expect(await time.evaluate((element) => element === document.activeElement)).toBe(true);
    await time.fill('23:59');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    expect(await asked()).toEqual([
      { kind: 'setAvailability', availability: { kind: 'away', reason: 'Lunch' } },
      { kind: 'doNotDisturbFor', span: 'hour' },
      { kind: 'setAvailability', availability: { kind: 'doNotDisturb', until: expect.any(Number) } },
    ]);
  });

  test('after-call time counts down and is ended by one press, as is an Away that nobody chose', async () => {
    await open('afterCall');
    await page.getByRole('combobox', { name: 'Availability' }).getByText('After-call').waitFor();
    const left = page.getByRole('timer', { name: 'After-call time' });
    const before = await left.textContent();
    expect(before).toMatch(/^ready again in 0:\d\d$/);
    await expect.poll(() => left.textContent(), { timeout: 10_000 }).not.toBe(before);
    await page.getByRole('button', { name: 'Ready now' }).click();
    await page.evaluate((view) => window.ringdeskFake?.show(view), fakeViews(Date.now()).missedAway);
    await page.getByRole('status').getByText('You were set Away because a call was missed').waitFor();
    await page.getByRole('button', { name: 'I’m back' }).click();
    expect(await asked()).toEqual([
      { kind: 'endAfterCall' },
      { kind: 'setAvailability', availability: { kind: 'available' } },
    ]);
  });

  test('a ring takes no focus, closes what lies over it and is deaf to keys for half a second', async () => {
    await open('ready');
    await page.getByRole('combobox', { name: 'Availability' }).click();
    await page.getByRole('option', { name: 'Away' }).waitFor();
    const ringing = fakeViews(Date.now()).ringing;
    await page.evaluate((view) => window.ringdeskFake?.show(view), ringing);
    const dialog = page.getByRole('alertdialog', { name: 'Incoming call' });
    await dialog.waitFor();
    await page.getByRole('listbox', { name: 'Availability' }).waitFor({ state: 'detached' });
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(false);
    const answer = dialog.getByRole('button', { name: 'Answer' });

    const fresh = { ...ringing, ring: { ...ringing.ring, ringId: 'ring2' } };
    await page.evaluate((view) => {
      window.ringdeskFake?.show(view);
      requestAnimationFrame(() => {
        const button = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Answer');
        button?.focus();
      });
    }, fresh);
    await page.keyboard.press('Enter');
    expect(await asked()).toEqual([]);
    await page.waitForTimeout(600);
    await answer.focus();
    await page.keyboard.press('Enter');
    expect(await asked()).toEqual([{ kind: 'answer', callId: 'wacid.fake.9' }]);
    const { onCall } = fakeViews(Date.now());
    const justBegun = { ...onCall, call: { ...onCall.call, quality: null } };
    await page.evaluate((view) => window.ringdeskFake?.show(view), justBegun);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Microphone');
  });

  test('the sound of a call is bars, figures at a key press, and words only when something is wrong', async () => {
    await open('onCall');
    const bars = page.getByRole('button', { name: 'Sound: good' });
    await bars.focus();
    await page.keyboard.press('Enter');
    const figures = page.getByRole('dialog', { name: 'Sound of this call' });
    await figures.getByText('84 ms').waitFor();
    expect(await figures.textContent()).toContain('4.4 of 4.5');
    await page.keyboard.press('Escape');
    await figures.waitFor({ state: 'detached' });
    expect(await page.getByRole('status').count()).toBe(0);

    const views = fakeViews(Date.now());
    await page.evaluate((view) => window.ringdeskFake?.show(view), views.customerPoor);
    await page.getByRole('status').getByText('The customer’s connection is poor.').waitFor();
    await page.getByRole('button', { name: 'Sound: bad' }).waitFor();
    await page.evaluate((view) => window.ringdeskFake?.show(view), views.onCall);
    await page.getByText('The sound is good again.').waitFor();
  });

  test('in a call the agent mutes, changes the microphone and ends', async () => {
    await open('onCall');
    expect(await page.getByRole('timer', { name: 'Call duration' }).textContent()).toMatch(/^04:1\d$/);
    await page.getByRole('button', { name: 'Mute', exact: true }).click();
    await page.getByRole('combobox', { name: 'Microphone', exact: true }).click();
    await page.getByRole('option', { name: 'Built-in Audio' }).click();
    await page.getByRole('button', { name: 'End call' }).click();
    expect(await asked()).toEqual([
      { kind: 'setMuted', muted: true },
      { kind: 'chooseMicrophone', device: { deviceId: 'builtin', label: 'Built-in Audio Analog Stereo' } },
      { kind: 'end', callId: 'wacid.fake.9' },
    ]);
    const level = page.getByRole('meter', { name: 'Microphone level' });
    await expect.poll(async () => Number(await level.getAttribute('aria-valuenow'))).toBeGreaterThan(20);
  });

  test('a disabled control keeps its focus and says why', async () => {
    await open('movedOnCall');
    const takeOver = page.getByRole('button', { name: 'Take over here' });
    await takeOver.focus();
    await page.keyboard.press('Enter');
    const why = await takeOver.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${why}"]`).textContent()).toContain('as soon as it ends');
    expect(await asked()).toEqual([]);
  });

  test('a thousand calls are searched, walked by keyboard and opened', async () => {
    await open('ready', '&calls=many');
    const list = page.getByRole('listbox', { name: 'Calls' });
    await list.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'نور الهدى الخطيب' }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe('Details of the call with نور الهدى الخطيب');
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.getByRole('option').count()).toBeLessThan(60);
    await page.getByRole('link', { name: 'Missed', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('12025550143');
    const rows = page.getByRole('option');
    await expect.poll(() => rows.first().textContent()).toContain('+1 202 555 0143');
    await rows.first().click();
    await page.getByRole('region').getByRole('heading').getByRole('link').click();
    await page.getByText('This customer is not known on your numbers.').waitFor();
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/customers\/.+/);
  });

  const places = ['', '#/settings', '#/desk-test', '#/history', '#/calls/wacid.fake.3'];

  test.for([
    { zoomed: '400 × 680', width: 200, height: 340 },
    { zoomed: '1180 × 760', width: 590, height: 380 },
  ])(
    'at 200 %, $zoomed, nothing stands beside the window and each control can be had',
    { timeout: 90_000 },
    async ({ width, height }) => {
      await open('ready');
      await page.setViewportSize({ width, height });
      const views: Record<string, unknown> = fakeViews(Date.now());
      const found: string[] = [];
      const look = async (name: string) =>
        found.push(...(await page.evaluate(findBeside)).map((what) => `${name}: ${what}`));
      for (const place of places) {
        await page.evaluate((hash) => window.location.replace(hash), place === '' ? '#/calls' : place);
        await page.waitForTimeout(200);
        await look(place);
      }
      for (const state of states) {
        await page.evaluate(showState, views[state]);
        await look(state);
      }
      expect(found).toEqual([]);
    },
  );

  test('at 200 % a call is answered and ended without scrolling, however long the name', async () => {
    await open('ringingLongName');
    await page.setViewportSize({ width: 200, height: 340 });
    const views = fakeViews(Date.now());
    for (const name of ['Decline', 'Answer']) expect(await isInView(name)).toBe(true);
    for (const view of [views.onCallLongName, views.muted]) {
      await page.evaluate(showState, view);
      for (const name of [/mute$/i, 'End call']) expect(await isInView(name)).toBe(true);
    }
  });

  test('high contrast keeps what is chosen, focused and filled apart from the rest', async () => {
    await open('onCall', '#/calls/wacid.fake.1');
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const styleOf = (selector: string, name: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, what) => getComputedStyle(element).getPropertyValue(what), name);
    expect(await styleOf('[aria-current]', 'border-top-width')).toBe('2px');
    await page.setViewportSize({ width: 1180, height: 760 });
    expect(await styleOf('[role=option][aria-selected=true]', 'outline-style')).toBe('solid');
    const mute = page.getByRole('button', { name: 'Mute', exact: true });
    const plain = await mute.evaluate((element) => getComputedStyle(element).backgroundColor);
    await page.keyboard.press('Tab');
    expect(await styleOf(':focus-visible', 'outline-style')).toBe('solid');
    await page.evaluate(showState, fakeViews(Date.now()).muted);
    const unmute = page.getByRole('button', { name: 'Unmute' });
    expect(await unmute.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(plain);
  });
});

describe('what cannot be drawn', () => {
  const failures = () => page.evaluate(() => window.ringdeskFake?.failures);

  test('of a call leaves Answer, Decline and End call, and is drawn again when it can be', async () => {
    const { ringing, onCall } = fakeViews(Date.now());
    await open('ready');
    await page.evaluate(showState, { ...ringing, ring: { ...ringing.ring, customer: null } });
    await page.getByText('The call could not be drawn. It goes on.').waitFor();
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('button', { name: 'Answer' }).click();
    await page.evaluate(showState, { ...onCall, call: { ...onCall.call, customer: null } });
    await page.getByRole('button', { name: 'End call' }).click();
    expect((await asked()).map(({ kind }) => kind)).toEqual(['decline', 'answer', 'end']);
    expect(await page.getByRole('option').count()).toBeGreaterThan(0);
    await page.evaluate(showState, onCall);
    await page.getByRole('button', { name: 'Draw it again' }).click();
    await page.getByRole('timer', { name: 'Call duration' }).waitFor();
    expect(await failures()).toEqual(['call']);
  });

  test('of the whole window says that the desk goes on, and comes back', async () => {
    const { onCall } = fakeViews(Date.now());
    await open('onCall');
    await page.evaluate(showState, { ...onCall, availability: null });
    await page.getByRole('heading', { name: 'Ringdesk cannot draw this window' }).waitFor();
    await page.evaluate(showState, onCall);
    await page.getByRole('button', { name: 'Draw it again' }).click();
    await page.getByRole('button', { name: 'End call' }).waitFor();
    expect(await failures()).toEqual(['window']);
  });
});

/** Runs in the page: shows another state and waits until it is drawn. */
async function showState(view: unknown): Promise<void> {
  window.ringdeskFake?.show(JSON.parse(JSON.stringify(view)));
  for (const _frame of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn));
}

/** Runs in the page: what cannot be had without scrolling sideways. */
function findBeside(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const beside = [...document.querySelectorAll('button, a, textarea, input, [role=option]')].filter((element) => {
    const { width, left, right } = element.getBoundingClientRect();
    // React Aria hides the native inputs behind what it draws.
    const isDrawn =
      width > 1 && getComputedStyle(element).opacity !== '0' && element.closest('[style*="clip"]') === null;
    return isDrawn && (left < -0.5 || right > clientWidth + 0.5);
  });
  const names = beside.map((element) => `${element.ariaLabel ?? element.textContent ?? element.tagName} is cut`);
  return scrollWidth > clientWidth ? [`${scrollWidth} px wide`, ...names] : names;
}

async function isInView(name: string | RegExp): Promise<boolean> {
  const box = await page.getByRole('button', { name }).first().boundingBox();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
}

/** Runs in the page. */
async function showAndCheck({ view, only }: { view: unknown; only: string[] | null }): Promise<string[]> {
  window.ringdeskFake?.show(JSON.parse(JSON.stringify(view)));
  // Two frames: one in which the state is drawn, one in which what it brings with it is.
  for (const _frame of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn));
  const { violations } = await window.axe.run(only === null ? {} : { runOnly: only });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`));
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
