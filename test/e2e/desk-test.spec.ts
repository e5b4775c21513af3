import { closeWindow, windowState } from '../support/desktop.ts';
import { findViolations } from '../support/look.ts';
import { oneMicrophone, openMicrophones } from '../support/microphones.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

test('a desk is set up in four steps, once, and says what works', async ({ seat }) => {
  const sari = await seat('Sari');
  const { page, voice } = sari;
  const offer = page.getByText('Set up this desk: 1 minute');
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Test my desk' })).toBeVisible();
  await expect(offer).toBeHidden();

  await expectNoMicrophone(sari);
  await page.getByRole('button', { name: 'Open the microphone' }).click();
  await expect.poll(() => openMicrophones(voice)).toEqual(oneMicrophone);
  const level = page.getByRole('meter', { name: 'Test level' });
  await expect.poll(async () => Number(await level.getAttribute('aria-valuenow'))).toBeGreaterThan(10);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Record 3 seconds' }).click();
  await expect(page.getByText('Did you hear yourself?')).toBeVisible();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expectNoMicrophone(sari);

  await page.getByRole('button', { name: 'Play a tone' }).click();
  await expect(page.getByText('Did you hear it?')).toBeVisible();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.getByRole('button', { name: 'Ring once' }).click();
  await expect.poll(() => voice.evaluate(() => window.ringdeskVoiceInspector?.inspect().ringtoneSample)).toBe(true);
  await page.getByRole('button', { name: 'Yes' }).click();
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expect(page.getByText(/^Works, [\d,.]+ ms, websocket$/)).toBeVisible();
  await expect(page.getByText('Something does not work yet.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await expectNoMicrophone(sari);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Test my desk' })).toBeVisible();
  await expect(offer).toBeHidden();
});

test('a call that rings ends the test and is answered as ever', async ({ seat, customerCalls }) => {
  const sari = await seat('Sari');
  const { page, voice } = sari;
  const { answer, end, goTo } = parts(sari);
  await page.getByRole('button', { name: 'Not now' }).click();
  await goTo('Settings');
  await page.getByRole('button', { name: 'Test my desk' }).click();
  await page.getByRole('button', { name: 'Open the microphone' }).click();
  await expect.poll(() => openMicrophones(voice)).toEqual(oneMicrophone);

  await customerCalls('Dewi Anggraini');
  await expect(answer).toBeVisible();
  await expectNoMicrophone(sari);
  const open = page.getByRole('button', { name: 'Open the microphone' });
  await expect(open).toHaveAccessibleDescription('A call comes first. Go on when it is over.');
  await answer.click();
  await expect(end).toBeVisible();
  await expect.poll(() => openMicrophones(voice)).toEqual(oneMicrophone);
  await end.click();
  await expectNoMicrophone(sari);
});

test('whoever goes away in the middle of the test leaves no microphone open', async ({ seat }) => {
  const sari = await seat('Sari');
  const { page, app, voice } = sari;
  const { goTo } = parts(sari);
  const open = async () => {
    await page.getByRole('button', { name: 'Open the microphone' }).click();
    await expect.poll(() => openMicrophones(voice)).toEqual(oneMicrophone);
  };
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await open();
  await goTo('Calls');
  await expectNoMicrophone(sari);
  if (app === null) return;
  await goTo('Settings');
  await page.getByRole('button', { name: 'Test my desk' }).click();
  await open();
  await closeWindow(app);
  await expect.poll(() => windowState(app)).toMatchObject({ visible: false });
  await expectNoMicrophone(sari);
});
