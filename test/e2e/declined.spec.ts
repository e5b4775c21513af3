import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

test('who declines passes the call on; when everybody has declined, the customer is told', async ({
  seat,
  customerCalls,
}) => {
  // The longest idle is asked first.
  const sari = await seat('Sari');
  const budi = await seat('Budi');
  const atSari = parts(sari);
  const atBudi = parts(budi);
  const call = await customerCalls('Dewi Anggraini');

  await expect(atSari.ringing).toBeVisible();
  await expect(atBudi.ringing).toBeHidden();
  await atSari.decline.click();
  await expect(atSari.ringing).toBeHidden();
  await expect(atSari.lastCall).toContainText('Declined for you. It rings for Budi now.');

  await expect(atBudi.ringing).toContainText('Dewi Anggraini');
  expect((await call.state()).phase).toBe('ringing');
  await atBudi.decline.click();
  await expect(atBudi.ringing).toBeHidden();
  await expect(atBudi.lastCall).toContainText('Declined for you. Nobody else is free.');

  const ended = await call.waitFor('ended');
  expect(ended).toMatchObject({ endedBy: 'business', startedAt: null });
  const rejects = await call.graphRequests('reject');
  expect(rejects.map(({ applied, status }) => ({ applied, status }))).toEqual([{ applied: true, status: 200 }]);

  for (const desk of [sari, budi]) {
    await expect(parts(desk).row('Dewi Anggraini')).toContainText('Rejected · by agent');
    await expectNoMicrophone(desk);
  }
});
