import { cardState, notifications, workElsewhere } from '../support/desktop.ts';
import { windowAt } from '../support/softphone.ts';
import { agentHz } from '../support/voice-wav.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

test.use({ relaySettings: { RINGDESK_RINGS_AT_ONCE: '2' } });

test('a call rings at two desks', async ({ seat, customerCalls, world }) => {
  test.setTimeout(120_000);
  const agents = await Promise.all(
    (['Sari', 'Budi'] as const).map(async (name) => {
      const desk = await seat(name);
      return { name, desk, ...parts(desk) };
    }),
  );

  await test.step('both answer in the same instant: one has the call, the other is told who', async () => {
    const call = await customerCalls('Dewi Anggraini');
    await Promise.all(agents.map(({ ringing }) => expect(ringing).toBeVisible()));

    // Both answers wait at the relay's door and come in together.
    world.relay.pause();
    for (const { answer, ringing } of agents) {
      await answer.click();
      await expect(ringing).toContainText('Answering…');
    }
    world.relay.resume();
    const winner = await Promise.any(
      agents.map(async (agent) => {
        await agent.duration.waitFor();
        return agent;
      }),
    );
    const loser = agents.find((agent) => agent !== winner) ?? winner;

    await expect(loser.lastCall).toContainText(`Answered by ${winner.name}.`);
    await expect(loser.ringing).toBeHidden();
    await expect(loser.duration).toBeHidden();
    await expectNoMicrophone(loser.desk);

    await call.waitFor('hears', { hz: agentHz, toleranceHz: 25 });
    for (const action of ['pre_accept', 'accept']) {
      const applied = (await call.graphRequests(action)).filter((request) => request.applied);
      expect(applied, action).toHaveLength(1);
    }
    await winner.end.click();
    expect((await call.waitFor('ended')).endedBy).toBe('business');
    await expect(winner.row('Dewi Anggraini')).toContainText('Completed');
    await expect(winner.row('Dewi Anggraini')).toHaveCount(1);
  });

  await test.step('a colleague answers: card, notice and sound end, and the card says who', async () => {
    const [sari, budi] = agents;
    const app = sari?.desk.app ?? null;
    if (app === null || sari === undefined || budi === undefined || process.env.ELECTRON_E2E === 'real') return;
    const onCard = parts({ page: await windowAt(app, 'card') });
    const shown = async () => (await notifications(app)).map((one) => one.shown);
    const sound = () => sari.desk.voice.evaluate(() => window.ringdeskVoiceInspector?.inspect().ringtone);
    await workElsewhere(app);
    const call = await customerCalls('Nour');
    await expect(onCard.ringing).toBeVisible();
    await expect.poll(shown).toEqual([false, true]);
    await expect.poll(sound).toBe(true);

    await budi.answer.click();
    await expect(onCard.lastCall).toContainText('Answered by Budi.');
    await expect(onCard.ringing).toBeHidden();
    expect((await cardState(app)).bounds.height).toBe(56);
    expect(await shown()).toEqual([false, false]);
    await expect.poll(sound).toBe(false);
    await expect.poll(() => cardState(app)).toMatchObject({ visible: false });
    await call.hangUp();
  });
});
