import { noMicrophone, oneMicrophone, openMicrophones } from '../support/microphones.ts';
import type { Softphone } from '../support/softphone.ts';
import { agentHz } from '../support/voice-wav.ts';
import type { World } from '../support/world.ts';
import { expect, expectBothHear, expectNoMicrophone, parts, test } from './fixtures.ts';

type OnCall = { kind: 'picksUp'; afterMs: number } | { kind: 'rejects'; afterMs: number } | { kind: 'neverAnswers' };

const dewi = { name: 'Dewi Anggraini', phone: '6281255501000' };
const rafi = { name: 'Rafi Pratama', phone: '6281255501001' };
const adi = { name: 'Adi Nugroho', phone: '6281255501003' };
const nour = { name: 'Nour', phone: '6281255501002' };

/** A customer who has called before and whose call stands open in the list; they may be called back. */
async function customerOfBefore(
  sari: Softphone,
  { sandbox }: World,
  onCall: OnCall,
  { name, phone } = dewi,
): Promise<string> {
  const { ringing, row } = parts(sari);
  const { id } = await sandbox.addCustomer({ name, phone, speaks: { toneHz: 440 }, onCall });
  await sandbox.setPermission(id, 'permanent');
  const before = await sandbox.placeCall({ customerId: id });
  await expect(ringing).toBeVisible();
  await before.hangUp();
  await row(name).click();
  return id;
}

/** The agent hears the ringing tone. */
const ringback = ({ voice }: Softphone) =>
  voice.evaluate(() => window.ringdeskVoiceInspector?.inspect().ringback ?? false);

test('an agent calls customers', { tag: '@sound' }, async ({ seat, world }) => {
  const sari = await seat('Sari');
  const { duration, end, lastCall, row } = parts(sari);
  const press = (name: string) => sari.page.getByRole('button', { name, exact: true }).click();

  await test.step('it rings there, they pick up, both hear each other, and it is in the history', async () => {
    const customerId = await customerOfBefore(sari, world, { kind: 'picksUp', afterMs: 2_500 });
    expect(await openMicrophones(sari.voice)).toEqual(noMicrophone);
    await press('Call');

    const call = await world.sandbox.nextCall({ customerId });
    await expect(sari.page.getByText('Ringing…')).toBeVisible();
    await expect.poll(() => ringback(sari)).toBe(true);
    await call.waitFor('active');
    await expect(duration).toBeVisible();
    await expect.poll(() => ringback(sari)).toBe(false);
    expect(await openMicrophones(sari.voice)).toEqual(oneMicrophone);

    await expectBothHear(sari, call);

    await end.click();
    expect(await call.waitFor('ended')).toMatchObject({ endedBy: 'business' });
    await expect(lastCall).toContainText(/Ended after 0:0\d/);
    await press('Back');
    await expect(row('Dewi Anggraini').filter({ hasText: 'Completed' })).toHaveCount(1);
    await expectNoMicrophone(sari);
  });

  await test.step('the agent gives up while it rings', async () => {
    const customerId = await customerOfBefore(sari, world, { kind: 'neverAnswers' }, adi);
    await press('Call');
    const call = await world.sandbox.nextCall({ customerId });
    await expect(sari.page.getByText('Ringing…')).toBeVisible();
    await end.click();
    expect(await call.waitFor('ended')).toMatchObject({ endedBy: 'business', startedAt: null });
    await expect(lastCall).toContainText('You gave up before the customer answered.');
    await expect.poll(() => ringback(sari)).toBe(false);
    await press('Back');
    await expect(row('Adi Nugroho').filter({ hasText: 'Unanswered' })).toHaveCount(1);
    await expectNoMicrophone(sari);
  });

  await test.step('the customer turns the call down', async () => {
    await customerOfBefore(sari, world, { kind: 'rejects', afterMs: 500 }, rafi);
    await press('Call');
    await expect(lastCall).toContainText('The customer declined.');
    await press('Back');
    await expect(row('Rafi Pratama').filter({ hasText: 'Rejected · by customer' })).toHaveCount(1);
    await expectNoMicrophone(sari);
  });

  await test.step('the answer of Meta comes before its response to the request: the call goes on', async () => {
    const customerId = await customerOfBefore(sari, world, { kind: 'picksUp', afterMs: 300 }, nour);
    await world.sandbox.failGraph({ kind: 'hang', action: 'connect', applied: true });
    await press('Call');
    const call = await world.sandbox.nextCall({ customerId });
    await call.waitFor('active');
    await expect(duration).toBeVisible();
    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 0.5, timeoutMs: 20_000 });
    await end.click();
    await call.waitFor('ended');
  });
});
