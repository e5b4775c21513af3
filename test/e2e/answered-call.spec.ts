import { listenOnceHeard } from '../support/listen.ts';
import { noMicrophone, openMicrophones } from '../support/microphones.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, expectNoMicrophone, gapMs, parts, test } from './fixtures.ts';

test('a customer calls, the desk rings, both hear each other, and the history has it', { tag: '@sound' }, async ({
  seat,
  customerCalls,
}) => {
  const sari = await seat('Sari');
  const { ringing, answer, duration, mute, unmute, end, meter, row } = parts(sari);
  const call = await customerCalls('Dewi Anggraini');

  await expect(ringing).toBeVisible();
  await expect(ringing).toContainText('Dewi Anggraini');
  await expect(ringing).toContainText('Indonesia');
  await expect(ringing).toContainText(/\d+ s/);
  expect(await openMicrophones(sari.voice)).toEqual(noMicrophone);

  await answer.click();
  await expect(duration).toBeVisible();

  const [customer, agent] = await Promise.all([
    call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 2.2, timeoutMs: 20_000 }),
    listenOnceHeard(sari.voice, 2.2),
  ]);
  expect(customer.heard.longestGapMs).toBeLessThan(gapMs);
  expect(agent.longestGapMs).toBeLessThan(gapMs);
  expect(Math.abs(agent.dominantHz - 440)).toBeLessThan(15);
  await expect.poll(async () => Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(0);

  await mute.click();
  await expect(unmute).toBeVisible();
  await expect.poll(async () => (await call.state()).heard.silentForMs).toBeGreaterThan(500);
  await unmute.click();
  await expect.poll(async () => (await call.state()).heard.silentForMs).toBeLessThan(200);

  await end.click();
  const ended = await call.waitFor('ended');
  expect(ended.endedBy).toBe('business');
  await expect(duration).toBeHidden();
  await expectNoMicrophone(sari);

  await expect(row('Dewi Anggraini')).toContainText(/Completed · 0:0\d/);
});
