import { agentHz } from '../support/voice-wav.ts';
import { expect, expectNoMicrophone, parts, test } from './fixtures.ts';

test.use({ relaySettings: { RINGDESK_RINGS_AT_ONCE: '2' } });

test('two agents answer in the same instant: one has the call, the other is told who', async ({
  seat,
  customerCalls,
  world,
}) => {
  const agents = await Promise.all(
    (['Sari', 'Budi'] as const).map(async (name) => {
      const desk = await seat(name);
      return { name, desk, ...parts(desk) };
    }),
  );
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
