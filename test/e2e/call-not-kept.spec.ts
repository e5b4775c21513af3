import { oneMicrophone, openMicrophones } from '../support/microphones.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

test('a call is given up, hung up by the customer, and declined', async ({ seat, customerCalls }) => {
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

  await test.step('who declines passes the call on; when everybody has declined, the customer is told', async () => {
    // The longest idle is asked first.
    await goTo('Calls');
    const budi = await seat('Budi');
    const atSari = parts(sari);
    const atBudi = parts(budi);
    const call = await customerCalls('Nour');

    await expect(atSari.ringing).toBeVisible();
    await expect(atBudi.ringing).toBeHidden();
    await atSari.decline.click();
    await expect(atSari.ringing).toBeHidden();
    await expect(atSari.lastCall).toContainText('Declined for you. It rings for Budi now.');

    await expect(atBudi.ringing).toContainText('Nour');
    expect((await call.state()).phase).toBe('ringing');
    await atBudi.decline.click();
    await expect(atBudi.ringing).toBeHidden();
    await expect(atBudi.lastCall).toContainText('Declined for you. Nobody else is free.');

    const ended = await call.waitFor('ended');
    expect(ended).toMatchObject({ endedBy: 'business', startedAt: null });
    const rejects = await call.graphRequests('reject');
    expect(rejects.map(({ applied, status }) => ({ applied, status }))).toEqual([{ applied: true, status: 200 }]);

    for (const desk of [sari, budi]) {
      await expect(parts(desk).row('Nour')).toContainText('Rejected · by agent');
      await expectNoMicrophone(desk);
    }
  });
});
