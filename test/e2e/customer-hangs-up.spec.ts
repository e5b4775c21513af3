import { oneMicrophone, openMicrophones } from '../support/microphones.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

test('the customer gives up while it rings: the ringing stops and says so', async ({ seat, customerCalls }) => {
  const sari = await seat('Sari');
  const { ringing, lastCall, goTo, row } = parts(sari);
  const call = await customerCalls('Dewi Anggraini');
  await expect(ringing).toBeVisible();

  await call.hangUp();
  await expect(ringing).toBeHidden();
  await expect(lastCall).toContainText('The caller gave up.');
  await goTo('Missed');
  await expect(row('Dewi Anggraini')).toContainText('Missed');
  await expectNoMicrophone(sari);
});

test('the customer hangs up while they talk: the call goes away, the microphone closes, the history has it', async ({
  seat,
  customerCalls,
}) => {
  const sari = await seat('Sari');
  const { answer, duration, lastCall, row } = parts(sari);
  const call = await customerCalls('Dewi Anggraini');
  await answer.click();
  await expect(duration).toBeVisible();
  await call.waitFor('hears', { minSeconds: 1.2 });
  await expect.poll(() => openMicrophones(sari.voice)).toEqual(oneMicrophone);

  await call.hangUp();
  await expect(duration).toBeHidden();
  await expect(lastCall).toContainText(/Ended after 0:0[1-9]\./);
  await expectNoMicrophone(sari);

  await row('Dewi Anggraini').click();
  const details = sari.page.getByRole('region', { name: 'Details of the call with Dewi Anggraini' });
  await expect(details).toContainText('Completed');
  await expect(details.getByRole('definition').filter({ hasText: /^0:0[1-9]$/ })).toBeVisible();
  await expect(details.getByRole('definition').filter({ hasText: 'The customer' }).last()).toBeVisible();
});
