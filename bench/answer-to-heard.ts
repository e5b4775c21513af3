import { setTimeout as wait } from 'node:timers/promises';
import type { SandboxCall, SandboxClient } from '../src/sandbox/client.ts';
import { type Softphone, signedIn } from '../test/support/softphone.ts';
import { startWorld } from '../test/support/world.ts';
import { BareDesk } from './bare-answer.ts';
import { type Summary, summarize } from './stats.ts';

export type AnswerResult = { ringdesk: Summary; bare: Summary };

/**
 * From the agent's click on Answer until the customer hears the agent, on loopback: the softphone in a browser with its relay, and
 * a bare page that does the same exchange with the same Meta, turn by turn in the same run.
 */
export async function answerToHeard(turns: number): Promise<AnswerResult> {
  const world = await startWorld();
  const email = await world.relay.addAgent('Sari');
  const softphone = await signedIn('browser', { relayUrl: world.relay.url, email });
  const barePage = await softphone.page.context().newPage();
  await barePage.goto(`${world.relay.url}/healthz`);
  const bare = await BareDesk.open(barePage, world.graphUrl);
  const relayWebhook = `${world.relay.url}/webhooks/whatsapp`;
  const { id: customerId } = await world.sandbox.addCustomer({
    name: 'Ada',
    phone: '4930123456',
    speaks: { toneHz: 440 },
  });
  const place = () => world.sandbox.placeCall({ customerId });
  const ours: number[] = [];
  const floor: number[] = [];
  try {
    for (let turn = -1; turn < turns; turn++) {
      await world.sandbox.behave({ webhookUrl: bare.webhookUrl });
      const bareTook = await answerBare(bare, place);
      await world.sandbox.behave({ webhookUrl: relayWebhook });
      const took = await answerOurs(softphone, world.sandbox, place);
      // The first turn warms both up.
      if (turn < 0) continue;
      floor.push(bareTook);
      ours.push(took);
    }
  } finally {
    bare.close();
    await softphone.close();
    // The sandbox ends with this process: libwebrtc is not to be trusted with the taking down of twenty peers.
    await world.relay.remove();
  }
  return { ringdesk: summarize(ours), bare: summarize(floor) };
}

async function answerBare(bare: BareDesk, place: () => Promise<SandboxCall>): Promise<number> {
  const offer = bare.nextOffer();
  const call = await place();
  const { wacid, sdp } = await offer;
  await bare.prepare(sdp);
  await wait(700);
  const clicked = await bare.answer(wacid);
  const heard = await heardAt(call);
  await call.hangUp();
  await bare.hangUp();
  return heard - clicked;
}

async function answerOurs(
  softphone: Softphone,
  sandbox: SandboxClient,
  place: () => Promise<SandboxCall>,
): Promise<number> {
  const call = await place();
  const button = softphone.page.getByRole('button', { name: 'Answer' });
  await button.waitFor();
  await wait(700);
  const clicked = await button.evaluate((element) => {
    const at = Date.now();
    if (element instanceof HTMLElement) element.click();
    return at;
  });
  const heard = await heardAt(call);
  await call.hangUp();
  await softphone.page.getByRole('timer').waitFor({ state: 'hidden' });
  await sandbox.call(call.id).waitFor('ended');
  return heard - clicked;
}

async function heardAt(call: SandboxCall): Promise<number> {
  const { heard } = await call.waitFor('hears', { minSeconds: 0.05 });
  if (heard.firstHeardAt === null) throw new Error('heard, but not when');
  return Date.parse(heard.firstHeardAt);
}
