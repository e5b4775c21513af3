import { join } from 'node:path';
import { ensureBrowser } from '../prepare/browser.mjs';
import { sampleAgent } from './business.ts';
import type { ElectronFound } from './electron.ts';
import { signIn } from './sign-in.ts';
import { openBrowser, openElectron, type Softphone } from './softphone.ts';

/** What a person sees of Ringdesk now: its softphone, or why not. */
export type Opened =
  | { status: 'opened'; as: 'app' | 'browser'; softphone: Softphone; signedIn: boolean }
  | { status: 'notOpened'; sentence: string };

type Deps = {
  project: string;
  folder: string;
  relayUrl: string;
  electron: Promise<ElectronFound>;
  say: (sentence: string) => void;
};

/** Opens Ringdesk in Electron, else in a browser, and signs the sample agent in. */
export async function openApp(deps: Deps): Promise<Opened> {
  const opened = (await tryElectron(deps)) ?? (await tryBrowser(deps));
  if (opened.status === 'opened') {
    await signIn(opened.softphone.page, sampleAgent).catch(() => {
      opened.signedIn = false;
    });
  }
  return opened;
}

async function tryElectron({ project, folder, relayUrl, electron, say }: Deps): Promise<Opened | null> {
  const found = await electron;
  if (found.status === 'missing') {
    say(`${found.sentence}, so the softphone opens in a browser.`);
    return null;
  }
  try {
    const options = { executable: found.executable, relayUrl, profile: join(folder, 'electron') };
    return { status: 'opened', as: 'app', softphone: await openElectron(project, options), signedIn: true };
  } catch (error) {
    say(`Electron did not start (${firstLine(error)}), so the softphone opens in a browser.`);
    return null;
  }
}

async function tryBrowser({ folder, relayUrl }: Deps): Promise<Opened> {
  const executable = ensureBrowser();
  if (executable === null) {
    return { status: 'notOpened', sentence: 'No Chromium, Chrome or Edge was found to open it in.' };
  }
  try {
    const softphone = await openBrowser({ executable, relayUrl, profile: join(folder, 'browser') });
    return { status: 'opened', as: 'browser', softphone, signedIn: true };
  } catch (error) {
    return { status: 'notOpened', sentence: `${executable} did not start (${firstLine(error)}).` };
  }
}

export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0]?.trim() ?? '';
}
