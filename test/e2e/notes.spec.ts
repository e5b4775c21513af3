import type { Page } from '@playwright/test';
import { openSoftphone } from '../support/softphone.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

const saved = (page: Page) => page.getByText('Saved.', { exact: true });
const onlyHere = (page: Page) => page.getByText('Saved on this computer, not yet sent.', { exact: true }).first();

test('notes on calls', { tag: '@waits' }, async ({ seat, customerCalls, world, profile }) => {
  test.setTimeout(120_000);
  const { page, host, close } = await seat('Sari', { profile });
  const first = parts({ page });

  await test.step('one is saved as it is typed, outlives the call under the fingers, and is read and changed in the history', async () => {
    const { answer, duration, goTo, lastCall, notes, row } = first;
    const call = await customerCalls('Dewi Anggraini');
    await answer.click();
    await expect(duration).toBeVisible();
    await notes.click();
    await page.keyboard.type('Two boxes');
    await expect(saved(page)).toBeVisible();
    await page.keyboard.type(', to the');
    await call.hangUp();
    await expect(duration).toBeHidden();
    await page.keyboard.type(' venue.');
    await expect(notes).toHaveValue('Two boxes, to the venue.');
    await expect(saved(page)).toBeVisible();

    // Whoever writes on long after the call and then presses a row leaves the note, and hits the row.
    await expect(lastCall).toBeHidden({ timeout: 12_000 });
    await row('Dewi Anggraini').click({ delay: 100 });
    const record = page.getByRole('region', { name: 'Details of the call with Dewi Anggraini' });
    await expect(record).toBeVisible();
    await goTo('History');
    await row('Dewi Anggraini').click();
    const inRecord = record.getByRole('textbox', { name: 'Notes on this call' });
    await expect(inRecord).toHaveValue('Two boxes, to the venue.');
    await inRecord.fill('Two boxes, to the venue, by');
    await expect(record.getByText('Saved.', { exact: true })).toBeVisible();
    // The record that was saved comes anew, and whoever writes writes on.
    await page.keyboard.type(' Sunday.');
    await expect(inRecord).toHaveValue('Two boxes, to the venue, by Sunday.');
    await expect(record.getByText('Saved.', { exact: true })).toBeVisible();
    await page.reload();
    await expect(inRecord).toHaveValue('Two boxes, to the venue, by Sunday.');
    expect(world.relay.log.join()).not.toContain('boxes');
  });

  await test.step('stays on this computer, over a reload too, and is sent when the relay is back', async () => {
    const { answer, duration, goTo, notes, row } = first;
    await goTo('Calls');
    const call = await customerCalls('Rafi Pratama');
    await answer.click();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
    await notes.fill('Wants');
    await expect(saved(page)).toBeVisible();
    await world.relay.kill();
    await expect(page.getByText('The connection to the server is lost. The call goes on.')).toBeVisible();
    await notes.press('End');
    await page.keyboard.type(' a call back');
    await expect(onlyHere(page)).toBeVisible();

    // The browser's page comes from the relay, which is away.
    if (host === 'electron') {
      await page.reload();
      await expect(duration).toBeVisible();
      await expect(notes).toHaveValue('Wants a call back');
      await expect(onlyHere(page)).toBeVisible();
    }
    await world.relay.start(world.graphUrl);
    // The desk knocks at a dead relay's door less and less often.
    await expect(saved(page)).toBeVisible({ timeout: 30_000 });
    await call.hangUp();
    await goTo('History');
    await row('Rafi Pratama').click();
    await expect(notes.last()).toHaveValue('Wants a call back');
    await expect(saved(page).last()).toBeVisible();
  });

  await test.step('of which the relay never heard is there at the next start', async () => {
    await first.goTo('Calls');
    const call = await customerCalls('Nour');
    await first.answer.click();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
    await world.relay.kill();
    await first.notes.fill('Call back at five.');
    await expect(onlyHere(page)).toBeVisible();
    await close();

    await world.relay.start(world.graphUrl);
    const second = await openSoftphone(host, { relayUrl: world.relay.url, profile });
    await call.hangUp().catch(() => undefined);
    const { goTo, notes, row } = parts(second);
    await goTo('History');
    await row('Nour').click();
    await expect(notes.last()).toHaveValue('Call back at five.');
    await expect(saved(second.page).last()).toBeVisible();
    await second.close();
  });
});
