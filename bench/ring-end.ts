import type { ElectronApplication, Page } from '@playwright/test';
import type { SandboxCall } from '../src/sandbox/client.ts';
import { type Softphone, signedIn, windowAt } from '../test/support/softphone.ts';
import { TestDesk } from '../test/support/test-desk.ts';
import { startWorld } from '../test/support/world.ts';
import { type Summary, summarize } from './stats.ts';

/** How long after the relay's word each sign of a ring was gone. */
export type RingEnd = { card: Summary; notice: Summary; sound: Summary };

/**
 * From the moment at which another desk of the same relay hears that a ring is over until card, notice and ringtone of the desktop app
 * have ended: because the caller gave up, and because that other desk answered.
 */
export async function ringEnd(turns: number): Promise<{ gaveUp: RingEnd; answered: RingEnd }> {
  const world = await startWorld({ relay: { RINGDESK_RINGS_AT_ONCE: '2' } });
  const email = await world.relay.addAgent('Sari');
  const softphone = await signedIn('electron', { relayUrl: world.relay.url, email });
  const card = await windowAt(watched(softphone), 'card');
  const colleague = await TestDesk.open(world.relay.url, await world.relay.addAgent('Bayu'));
  const { id: customerId } = await world.sandbox.addCustomer({ name: 'Ada', phone: '4930123456', media: 'none' });

  async function ring(): Promise<{ call: SandboxCall; answer: () => Promise<unknown> }> {
    const call = await world.sandbox.placeCall({ customerId });
    const rung = await colleague.next('ring');
    await card.getByRole('alertdialog', { name: 'Incoming call' }).waitFor();
    await softphone.voice.waitForFunction(() => window.ringdeskVoiceInspector?.inspect().ringtone === true);
    return { call, answer: () => colleague.take(rung) };
  }

  try {
    const gaveUp = new Ends();
    const answered = new Ends();
    // The first turn of each warms up.
    for (let turn = -1; turn < turns; turn++) {
      const one = await ring();
      let ends = watchEnds(softphone, card);
      let word = colleague.next('ring.over').then(() => Date.now());
      await one.call.hangUp();
      if (turn >= 0) gaveUp.add(await word, await ends);
      else await ends;
      await settled(card);

      const other = await ring();
      ends = watchEnds(softphone, card);
      word = other.answer().then(() => Date.now());
      const claimed = colleague.next('call', ({ phase }) => phase === 'claimed').then(() => Date.now());
      if (turn >= 0) answered.add(await claimed, await ends);
      else await ends;
      await word;
      await other.call.hangUp();
      await colleague.next('call.over', ({ callId }) => callId !== '');
      await settled(card);
    }
    return { gaveUp: gaveUp.summary(), answered: answered.summary() };
  } finally {
    colleague.close();
    await softphone.close();
    await world.end();
  }
}

type Instants = { card: number; notice: number; sound: number };

class Ends {
  readonly #took: Record<keyof Instants, number[]> = { card: [], notice: [], sound: [] };

  add(word: number, ends: Instants): void {
    for (const sign of ['card', 'notice', 'sound'] as const) this.#took[sign].push(Math.max(0, ends[sign] - word));
  }

  summary(): RingEnd {
    const { card, notice, sound } = this.#took;
    return { card: summarize(card), notice: summarize(notice), sound: summarize(sound) };
  }
}

function watched({ app }: Softphone): ElectronApplication {
  if (app === null) throw new Error('only the desktop app has a card');
  return app;
}

/** Each looks where it happens, by the one clock of this machine. */
async function watchEnds(softphone: Softphone, card: Page): Promise<Instants> {
  const ends = await Promise.all([
    card.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = () => document.querySelector('[role=alertdialog]') === null && resolve(Date.now());
          new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
          look();
        }),
    ),
    watched(softphone).evaluate(
      ({ standIn }) =>
        new Promise<number>((resolve) => {
          const timer = setInterval(() => {
            if (standIn.notifications.some(({ isShown }) => isShown)) return;
            clearInterval(timer);
            resolve(Date.now());
          }, 1);
        }),
    ),
    softphone.voice.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const timer = setInterval(() => {
            if (window.ringdeskVoiceInspector?.inspect().ringtone === true) return;
            clearInterval(timer);
            resolve(Date.now());
          }, 1);
        }),
    ),
  ]);
  return { card: ends[0], notice: ends[1], sound: ends[2] };
}

/** The card has said what became of the ring, and is gone. */
async function settled(card: Page): Promise<void> {
  await card.getByRole('region', { name: 'Last call' }).waitFor({ state: 'hidden' });
}
