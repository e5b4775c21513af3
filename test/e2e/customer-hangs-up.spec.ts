import { oneMicrophone, openMicrophones } from '../support/microphones.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

test('the customer hangs up, while it rings and while they talk', async ({ seat, customerCalls }) => {
  const sari = await seat('Sari');
  const { ringing, answer, duration, lastCall, goTo, row } = parts(sari);

  await test.step('while it rings: the ringing stops and says so', async () => {
    const call = await customerCalls('Dewi Anggraini');
    await expect(ringing).toBeVisible();

    await call.hangUp();
    await expect(ringing).toBeHidden();
    await expect(lastCall).toContainText('The caller gave up.');
    await goTo('Missed');
    await expect(row('Dewi Anggraini')).toContainText('Missed');
    await expectNoMicrophone(sari);
  });

  await test.step('while they talk: the call goes away, the microphone closes, the history has it', async () => {
    await goTo('Calls');
    const call = await customerCalls('Rafi Pratama');
    await answer.click();
    await expect(duration).toBeVisible();
    await call.waitFor('hears', { minSeconds: 1.2 });
    await expect.poll(() => openMicrophones(sari.voice)).toEqual(oneMicrophone);

    await call.hangUp();
    await expect(duration).toBeHidden();
    await expect(lastCall).toContainText(/Ended after 0:0[1-9]\./);
    await expectNoMicrophone(sari);

    await row('Rafi Pratama').click();
    const details = sari.page.getByRole('region', { name: 'Details of the call with Rafi Pratama' });
    await expect(details).toContainText('Completed');
    await expect(details.getByRole('definition').filter({ hasText: /^0:0[1-9]$/ })).toBeVisible();
    await expect(details.getByRole('definition').filter({ hasText: 'The customer' }).last()).toBeVisible();
  });
});
