import type { Page } from '@playwright/test';
import { SandboxClient } from '../../src/sandbox/client.ts';
import { type Heard, listen } from './listen.ts';
import { agentHz } from './voice-wav.ts';

const customerHz = 440;
const seconds = 2.2;

/**
 * A customer calls, the agent answers, both listen, and the agent ends the call.
 *
 * @param now told what is being done
 * @returns what they heard, in a sentence
 * @throws when one does not hear the other
 */
export async function talk(page: Page, sandboxUrl: string, now: (doing: string) => void): Promise<string> {
  const sandbox = new SandboxClient(sandboxUrl);
  const ringing = page.getByRole('alertdialog', { name: 'Incoming call' });
  now('a customer calls');
  const speaks = { toneHz: customerHz };
  const { id } = await sandbox.addCustomer({ name: 'Ada Example', phone: '16315553602', speaks });
  const call = await sandbox.placeCall({ customerId: id });
  now('the agent answers');
  await ringing.getByRole('button', { name: 'Answer' }).click();
  await page.getByRole('timer', { name: 'Call duration' }).waitFor();

  now('customer and agent listen to each other');
  const [{ heard: customer }, agent] = await Promise.all([
    call.waitFor('hears', { hz: agentHz, toleranceHz: 25, minSeconds: seconds, timeoutMs: 20_000 }),
    call.waitFor('speaking').then(() => listen(page, seconds)),
  ]);
  if (Math.abs(agent.dominantHz - customerHz) > 15) {
    throw new Error(`the agent heard ${describe(agent)} instead of ${customerHz} Hz`);
  }

  now('the agent ends the call');
  await page.getByRole('button', { name: 'End call' }).click();
  await call.waitFor('ended');
  const heardFor = Math.min(customer.seconds, agent.seconds).toFixed(1);
  return `customer heard the agent (${describe(customer)}) and the agent heard the customer (${describe(agent)}) for ${heardFor} s each`;
}

function describe({
  dominantHz,
  rmsDb,
  longestGapMs,
}: Pick<Heard, 'rmsDb' | 'longestGapMs'> & { dominantHz: number | null }) {
  const level = `${rmsDb < 0 ? '−' : ''}${Math.abs(Math.round(rmsDb))} dBFS`;
  return `${dominantHz === null ? 'no pitch' : `${Math.round(dominantHz)} Hz`}, ${level}, longest gap ${Math.round(longestGapMs)} ms`;
}
