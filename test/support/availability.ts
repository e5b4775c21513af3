import { expect, type Page } from '@playwright/test';
import type { World } from './world.ts';

/** The words of availability, on a softphone's page. */
export function words(page: Page) {
  const availability = page.getByRole('combobox', { name: 'Availability' });
  return {
    availability,
    back: page.getByRole('button', { name: 'I’m back' }),
    readyNow: page.getByRole('button', { name: 'Ready now' }),
    countdown: page.getByRole('timer', { name: 'After-call time' }),
    line: (text: RegExp) => page.getByRole('status').filter({ hasText: text }),
    setAway: page.getByRole('status').filter({ hasText: 'You were set Away because a call was missed' }),
    async choose(option: string, group?: string) {
      await availability.click();
      const where = group === undefined ? page : page.getByRole('group', { name: group });
      await where.getByRole('option', { name: option, exact: group === undefined }).click();
    },
  };
}

/** Decides something for all agents, and gives the running relay the time to notice: who is away sees other reasons then. */
export async function decide({ relay }: World, page: Page, ...args: string[]): Promise<void> {
  const reason = `Nr ${Date.now()}`;
  await relay.command('set', '--away-reasons', `Lunch, Meeting, ${reason}`, ...args);
  await words(page).availability.click();
  await expect(page.getByRole('option', { name: reason })).toBeVisible();
  await page.keyboard.press('Escape');
}
