import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { SandboxCall } from '../../src/sandbox/client.ts';
import { listenOnceHeard } from '../support/listen.ts';
import { noMicrophone, openMicrophones, watchMicrophones } from '../support/microphones.ts';
import { type HostKind, type Softphone, type SoftphoneOptions, signedIn } from '../support/softphone.ts';
import { agentHz } from '../support/voice-wav.ts';
import { startWorld, type World } from '../support/world.ts';

export type HostOptions = { host: HostKind };

type Fixtures = {
  /** Settings of the relay for this test; none by default. */
  relaySettings: NodeJS.ProcessEnv;
  /** A Meta and a relay of this test's own. */
  world: World;
  /** Makes an agent and opens their softphone, signed in and ready. */
  seat: (name: string, options?: Partial<SoftphoneOptions>) => Promise<Softphone>;
  /** An empty profile that outlives a softphone, for one that is closed and opened again. */
  profile: string;
  /** A customer calls; they speak a tone ({@link customerHz}) and measure what they hear. */
  customerCalls: (name?: string) => Promise<SandboxCall>;
};

export const test = base.extend<Fixtures & HostOptions>({
  host: ['browser', { option: true }],
  relaySettings: [{}, { option: true }],
  world: async ({ relaySettings }, use) => {
    const world = await startWorld({ relay: relaySettings });
    await use(world);
    await world.end();
  },
  seat: async ({ host, world }, use) => {
    const opened: Softphone[] = [];
    await use(async (name, options = {}) => {
      const email = options.email ?? (await world.relay.addAgent(name));
      const softphone = await signedIn(host, { relayUrl: world.relay.url, ...options, email });
      opened.push(softphone);
      await watchMicrophones(softphone.voice);
      return softphone;
    });
    await Promise.all(opened.map((softphone) => softphone.close().catch(() => undefined)));
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern.
  profile: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'ringdesk-profile-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  customerCalls: async ({ world }, use) => {
    let number = 5_550_100;
    await use(async (name = 'Ada Example') => {
      const { id } = await world.sandbox.addCustomer({
        name,
        phone: `6281${++number}00`,
        speaks: { toneHz: customerHz },
      });
      return world.sandbox.placeCall({ customerId: id });
    });
  },
});

export { expect };

/** The tone that customers speak. */
const customerHz = 440;

/** A silence between sounds that is longer than this, ms, is a gap that somebody hears (a reload, a lost relay or a lost microphone costs more). Who measures it is tagged `@sound`. */
export const gapMs = 200;

/** Agent and customer hear each other's tone without a gap. */
export async function expectBothHear({ voice }: Softphone, call: SandboxCall): Promise<void> {
  const [customer, agent] = await Promise.all([
    call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: 2.2, timeoutMs: 20_000 }),
    listenOnceHeard(voice, 2.2),
  ]);
  expect(customer.heard.longestGapMs).toBeLessThanOrEqual(gapMs);
  expect(agent.longestGapMs).toBeLessThanOrEqual(gapMs);
  expect(Math.abs(agent.dominantHz - customerHz)).toBeLessThan(15);
}

/** The words that screen readers and tests know a softphone by. */
export function parts({ page }: Pick<Softphone, 'page'>) {
  const ringing = page.getByRole('alertdialog', { name: 'Incoming call' });
  return {
    ringing,
    /** The desk line of a desk that has proved itself. */
    ready: page.getByRole('status').filter({ hasText: /^Ready/ }),
    /** What hinders a desk, with what mends it. */
    notReady: page.getByRole('alert').filter({ hasText: 'Not ready' }),
    answer: ringing.getByRole('button', { name: 'Answer' }),
    decline: ringing.getByRole('button', { name: 'Decline' }),
    duration: page.getByRole('timer', { name: 'Call duration' }),
    mute: page.getByRole('button', { name: 'Mute', exact: true }),
    unmute: page.getByRole('button', { name: 'Unmute' }),
    end: page.getByRole('button', { name: 'End call' }),
    microphone: page.getByRole('combobox', { name: 'Microphone' }),
    speaker: page.getByRole('combobox', { name: 'Speaker' }),
    notes: page.getByRole('textbox', { name: 'Notes on this call' }),
    takeOver: page.getByRole('button', { name: 'Take over here' }),
    /** What became of the last call, where the call was. */
    lastCall: page.getByRole('region', { name: 'Last call' }),
    /** A call in the list that is shown. */
    row: (name: string) => page.getByRole('option', { name }),
    async goTo(place: 'Calls' | 'Missed' | 'Customers' | 'History' | 'Settings') {
      // By key: a call that ends meanwhile moves what lies beneath it, and a pointer would come down beside the link.
      await page.getByRole('link', { name: place, exact: true }).press('Enter');
      await page.getByRole('heading', { name: place, exact: true }).waitFor();
    },
    meter: page.getByRole('meter', { name: 'Microphone level' }),
  };
}

/** No microphone is open, by what the browser gave and by what the voice says. */
export async function expectNoMicrophone({ voice }: Pick<Softphone, 'voice'>): Promise<void> {
  await expect.poll(() => openMicrophones(voice)).toEqual(noMicrophone);
}
