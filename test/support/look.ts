import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import type { Softphone } from './softphone.ts';

const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));

export const themes = ['light', 'dark'] as const;

/** All rules, or those that are named. */
const rules = { light: null, dark: ['color-contrast', 'link-in-text-block', 'region'] };

export const narrow = { width: 400, height: 680 };
export const wide = { width: 1180, height: 760 };

/**
 * The screen as it stands is in order for axe, and is kept as a picture. Both hosts have the same pages: a browser, whose window can be made
 * as large as needed, stands for both.
 */
export async function look(
  { host, page }: Pick<Softphone, 'host' | 'page'>,
  name: string,
  sizes: Record<string, typeof narrow> = { '': narrow },
): Promise<void> {
  if (host !== 'browser') return;
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    expect(await findViolations(page), `${name}${size}`).toEqual([]);
    await takePictures(page, `softphone-${name}${size}`);
  }
  await page.setViewportSize(narrow);
}

/** What axe finds wrong with the page as it is now, in both themes; the second is asked only about what a theme can change. */
export async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found: string[] = [];
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const violations = await page.evaluate(async (only) => {
      const axeHere = (window as unknown as { axe: typeof import('axe-core') }).axe;
      const { violations: all, passes } = await axeHere.run(document, only === null ? {} : { runOnly: only });
      if (passes.length === 0) throw new Error('axe looked at nothing');
      return all.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    }, rules[theme]);
    found.push(...violations.map((violation) => `${theme}: ${violation}`));
  }
  return found;
}

/** Writes `docs/screenshots/<name>-<theme>.png` for both themes. */
export async function takePictures(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  // A pointer that rests on a row would show in the picture.
  await page.mouse.move(0, 0);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`), animations: 'disabled' });
  }
}
