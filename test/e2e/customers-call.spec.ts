import type { Page } from '@playwright/test';
import type { SandboxClient } from '../../src/sandbox/client.ts';
import { oneMicrophone, openMicrophones } from '../support/microphones.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

const acceptTakesMs = 2_000;

test('customers call', async ({ seat, customerCalls, world }) => {
  test.setTimeout(120_000);
  const sari = await seat('Sari');
  const { ringing, answer, duration, lastCall, goTo, row } = parts(sari);

  await test.step('webhooks come twice and Meta takes its time to accept: no sound leaves before, and nothing happens twice', async () => {
    await world.sandbox.mischief({ kind: 'duplicate' });
    await world.sandbox.failGraph({ kind: 'delay', action: 'accept', ms: acceptTakesMs });
    const call = await customerCalls('Siti Rahma');

    await expect(ringing).toHaveCount(1);
    await answer.click();
    await expect.poll(async () => (await call.graphRequests('accept')).length).toBe(1);
    await expect(sari.page.getByText('Connecting…')).toBeVisible();
    expect(await packetsSent(sari.voice)).toBe(0);
    // It was measured while Meta had not answered yet.
    const [accept] = await call.graphRequests('accept');
    expect(accept).toMatchObject({ status: null });

    await expect(duration).toBeVisible();
    const heard = await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
    expect(heard.earlyMedia).toBe(false);
    const waited = Date.parse(heard.heard.firstHeardAt ?? '') - Date.parse(accept?.at ?? '');
    expect(waited).toBeGreaterThanOrEqual(acceptTakesMs);

    await world.sandbox.mischief({ kind: 'duplicate' });
    await call.hangUp();
    await expect(duration).toBeHidden();
    await expect
      .poll(async () => deliveries(await world.sandbox.deliveries(call.id)))
      .toEqual({
        connect: ['delivered', 'delivered'],
        terminate: ['delivered', 'delivered'],
      });
    await expect(row('Siti Rahma')).toHaveCount(1);
    await expect(row('Siti Rahma')).toContainText('Completed');
    for (const action of ['pre_accept', 'accept']) {
      const requests = await call.graphRequests(action);
      expect(
        requests.map(({ applied }) => applied),
        action,
      ).toEqual([true]);
    }
    await world.sandbox.clearGraphFaults();
  });

  await test.step('one hangs up while it rings: the ringing stops and says so', async () => {
    const call = await customerCalls('Dewi Anggraini');
    await expect(ringing).toBeVisible();

    await call.hangUp();
    await expect(ringing).toBeHidden();
    await expect(lastCall).toContainText('The caller gave up.');
    await goTo('Missed');
    await expect(row('Dewi Anggraini')).toContainText('Missed');
    await expectNoMicrophone(sari);
  });

  await test.step('one hangs up while they talk: the call goes away, the microphone closes, the history has it', async () => {
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

function deliveries(all: Awaited<ReturnType<SandboxClient['deliveries']>>) {
  const states = (kind: string) => all.filter(({ about }) => about[0]?.kind === kind).map(({ state }) => state);
  return { connect: states('connect'), terminate: states('terminate') };
}

/** Packets of sound that left so far. */
async function packetsSent(voice: Page): Promise<number> {
  return voice.evaluate(async () => {
    const stats = await window.ringdeskVoiceInspector?.inspect().getStats();
    let sent = 0;
    for (const entry of stats?.values() ?? []) if (entry.type === 'outbound-rtp') sent += entry.packetsSent;
    return sent;
  });
}
