import type { Page } from '@playwright/test';

/** Signs in at the softphone's own door, unless it remembers somebody from an earlier run. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  const door = page.getByRole('button', { name: 'Sign in' });
  const desk = page.getByRole('combobox', { name: 'Availability' });
  await door.or(desk).first().waitFor();
  if (await door.isVisible()) {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await door.click();
  }
  await desk.waitFor();
}
