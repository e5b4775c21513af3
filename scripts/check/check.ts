import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildIfStale } from '../build.ts';
import { ensureBrowser } from '../prepare/browser.mjs';
import { type Business, sampleAgent, startBusiness } from '../start/business.ts';
import { firstLine } from '../start/open-app.ts';
import { signIn } from '../start/sign-in.ts';
import { openBrowser, type Softphone } from '../start/softphone.ts';
import { type Stopping, setupStopping } from '../start/stopping.ts';
import { talk } from './talk.ts';
import { agentVoiceFile } from './voice-wav.ts';

/** A check that takes longer has failed, ms. A healthy one takes some ten seconds. */
const checkWithin = 90_000;

/** `npm start -- --check`: everything once, unseen, on free ports and with data of its own. @returns the exit code */
export async function check(): Promise<number> {
  const stopping = setupStopping();
  const folder = mkdtempSync(join(tmpdir(), 'ringdesk-check-'));
  let doing = 'preparing';
  let passed = false;
  const tooLong = wait(checkWithin, null, { ref: false }).then(() => {
    throw new Error(`it took longer than ${checkWithin / 1000} s`);
  });
  const asked = stopping.asked.then(() => {
    throw new Error('it was stopped');
  });
  try {
    const done = run(folder, stopping, (what) => {
      doing = what;
    });
    console.log(`check: ${await Promise.race([done, tooLong, asked])}`);
    passed = true;
    return 0;
  } catch (error) {
    console.error(`check failed while ${doing}: ${firstLine(error)} (logs: ${join(folder, 'logs')})`);
    return 1;
  } finally {
    await stopping.undoAll();
    if (passed || stopping.isAsked()) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @returns what was heard, in a sentence */
async function run(folder: string, stopping: Stopping, now: (doing: string) => void): Promise<string> {
  now('looking for a browser');
  const executable = ensureBrowser();
  if (executable === null) throw new Error('no Chromium, Chrome or Edge was found; RINGDESK_CHROMIUM may name one');
  now('building the app');
  buildIfStale();
  now('starting the relay and the sandbox');
  const ports = { relay: 0, sandbox: 0 };
  const business = await startBusiness({ folder, ports, onStarted: (part) => stopping.add(() => part.stop()) });
  const call = async () => {
    now('opening the softphone');
    const softphone = await open(folder, executable, business);
    stopping.add(() => softphone.close());
    now('signing in');
    await signIn(softphone.page, sampleAgent);
    return talk(softphone.page, business.sandboxUrl, now);
  };
  return Promise.race([call(), business.untilAPartEnds()]);
}

function open(folder: string, executable: string, { relayUrl }: Business): Promise<Softphone> {
  const profile = join(folder, 'browser');
  const args = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${agentVoiceFile(folder)}`,
    // The voice never pauses, which an echo canceller that also hears the customer takes for echo.
    '--mute-audio',
  ];
  return openBrowser({ executable, relayUrl, profile }, { headless: true, args });
}
