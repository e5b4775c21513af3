import { join, relative } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../build.ts';
import { type Business, sampleAgent, startBusiness } from './business.ts';
import { getElectron } from './electron.ts';
import { claimFolder } from './only-one.ts';
import { type Opened, openApp } from './open-app.ts';
import { whyNoScreen } from './screen.ts';
import { type Stopping, setupStopping } from './stopping.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(project, 'data', 'local');
const ports = { relay: 4750, sandbox: 4760 };

/** `npm start`. @returns the exit code */
export async function start(): Promise<number> {
  const stopping = setupStopping();
  try {
    return await Promise.race([stopping.asked.then(() => 0), run(stopping)]);
  } catch (error) {
    // Ctrl+C reaches what is being built or downloaded as well, and may be heard of there first.
    await nextTurn();
    if (stopping.isAsked()) return 0;
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await stopping.undoAll();
  }
}

/** Runs until a part ends. @throws a sentence */
async function run(stopping: Stopping): Promise<never> {
  const giveUpFolder = claimFolder(folder);
  if (giveUpFolder === null) throw new Error('Another npm start runs in this folder. Stop that one first.');
  stopping.add(giveUpFolder);
  const noScreen = whyNoScreen(process.platform, process.env);
  const electron = noScreen === null ? getElectron(project, () => say('Getting Electron (over 100 MB), once.')) : null;
  buildIfStale(() => say('Building the app.'));
  const business = await startBusiness({ folder, ports, onStarted: (part) => stopping.add(() => part.stop()) });
  sayPorts(business);

  const open = async (): Promise<Opened> => {
    if (noScreen !== null || electron === null) return { status: 'notOpened', sentence: noScreen ?? '' };
    const { relayUrl } = business;
    const opened = await openApp({ project, folder, relayUrl, electron, say });
    stopping.silenceOthers();
    if (opened.status === 'notOpened') return opened;
    stopping.add(() => opened.softphone.close());
    return opened;
  };
  const opened = await Promise.race([open(), business.untilAPartEnds()]);
  say(summary(business, opened));
  if (opened.status === 'opened') {
    void opened.softphone.closed.then(() => {
      if (!stopping.isEnding()) say(`The softphone was closed. It is still at ${business.relayUrl}`);
    });
  }
  return business.untilAPartEnds();
}

function sayPorts({ relayUrl, sandboxUrl }: Business): void {
  if (new URL(relayUrl).port !== String(ports.relay)) say(`Port ${ports.relay} is taken: the relay has another.`);
  if (new URL(sandboxUrl).port !== String(ports.sandbox))
    say(`Port ${ports.sandbox} is taken: the sandbox has another.`);
}

function summary({ relayUrl, phoneUrl }: Business, opened: Opened): string {
  const { name, email, password } = sampleAgent;
  const door = `Sign in at ${relayUrl} as ${email} with the password ${password}`;
  const softphone = {
    app: `${name} is signed in to the app`,
    browser: `${name} is signed in to the browser softphone`,
  };
  const desk =
    opened.status === 'notOpened'
      ? `${opened.sentence} ${door}`
      : opened.signedIn
        ? `${softphone[opened.as]} (${email}, password ${password})`
        : `The softphone is open, and signing in did not work. ${door}`;
  return `
  Desk      ${desk}
  Customer  ${phoneUrl}  Open it, press Call, and the desk rings
  Relay     ${relayUrl}
  Logs      ${relative(process.cwd(), join(folder, 'logs'))}

Ctrl+C stops everything.`;
}

function say(text: string): void {
  console.log(text);
}
