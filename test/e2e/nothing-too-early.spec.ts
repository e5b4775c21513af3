import type { Page } from '@playwright/test';
import { agentHz } from '../support/voice-wav.ts';
import { expect, parts, test } from './fixtures.ts';

const acceptTakesMs = 2_000;

test('webhooks come twice and Meta takes its time to accept: no sound leaves before, and nothing happens twice', async ({
  seat,
  customerCalls,
  world,
}) => {
  const sari = await seat('Sari');
  const { answer, duration, ringing, row } = parts(sari);
  await world.sandbox.mischief({ kind: 'duplicate' });
  await world.sandbox.failGraph({ kind: 'delay', action: 'accept', ms: acceptTakesMs });
  const call = await customerCalls('Dewi Anggraini');

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
  await expect(row('Dewi Anggraini')).toHaveCount(1);
  await expect(row('Dewi Anggraini')).toContainText('Completed');
  for (const action of ['pre_accept', 'accept']) {
    const requests = await call.graphRequests(action);
    expect(
      requests.map(({ applied }) => applied),
      action,
    ).toEqual([true]);
  }
});

function deliveries(all: Awaited<ReturnType<import('../../src/sandbox/client.ts').SandboxClient['deliveries']>>) {
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
