import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, chromium, type ElectronApplication, type Page } from '@playwright/test';
import { browserPath, noAddressBar, noTabs } from './browser.ts';
import { compileCache, password } from './relay-process.ts';
import { agentVoiceFile, silenceFile } from './voice-wav.ts';

export type HostKind = 'browser' | 'electron';

/** An agent's softphone on either host. */
export type Softphone = {
  host: HostKind;
  page: Page;
  /** The page that has microphone, speaker and peer connection. */
  voice: Page;
  app: ElectronApplication | null;
  close(): Promise<void>;
};

export type SoftphoneOptions = {
  relayUrl: string;
  email: string;
  /** A profile that another softphone left; a fresh one without. */
  profile?: string;
  /** Refuses the microphone, as a person would. */
  denyMicrophone?: boolean;
  /** The microphone gives digital silence, as with a switch on the headset. */
  silentMicrophone?: boolean;
  /** The system's proxy, `host:port`. */
  proxy?: string;
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const standIn = fileURLToPath(new URL('../electron-stand-in', import.meta.url));

/** A proxy that is used for this machine too, which a browser would go around. */
const proxyFlags = (proxy: string | undefined) =>
  proxy === undefined ? [] : [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>'];

/** Made once for all desks that a worker opens: it takes a quarter of a second. */
let agentVoice: string | undefined;
function spokenByAgents(): string {
  agentVoice ??= agentVoiceFile();
  return agentVoice;
}

const flags = (denyMicrophone: boolean, silentMicrophone: boolean) => [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  // Both sides talk without a pause from the first moment on, which an echo canceller takes for echo: it must not hear the customer.
  '--mute-audio',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-audio-capture=${silentMicrophone ? silenceFile() : spokenByAgents()}`,
  denyMicrophone ? '--deny-permission-prompts' : '--use-fake-ui-for-media-stream',
];

/** Opens a softphone and leaves it at its first screen. */
export async function openSoftphone(host: HostKind, options: Omit<SoftphoneOptions, 'email'>): Promise<Softphone> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'ringdesk-profile-'));
  const opened = await (host === 'browser' ? openBrowser : openElectron)(profile, options);
  return {
    ...opened,
    host,
    async close() {
      await opened.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Opens a softphone, signs in, and waits until it has proved whether it is ready. */
export async function signedIn(host: HostKind, options: SoftphoneOptions): Promise<Softphone> {
  const softphone = await openSoftphone(host, options);
  await signIn(softphone.page, options.email);
  const proving = softphone.page.getByRole('status').filter({ hasText: /^(Starting|Connecting|Checking)/ });
  await proving.waitFor({ state: 'hidden' });
  return softphone;
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('combobox', { name: 'Availability' }).waitFor();
}

type Opened = Pick<Softphone, 'page' | 'voice' | 'app' | 'close'>;

async function openBrowser(
  profile: string,
  { relayUrl, denyMicrophone = false, silentMicrophone = false, proxy }: Omit<SoftphoneOptions, 'email'>,
): Promise<Opened> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless: true,
    chromiumSandbox: false,
    // What the context does not grant is denied, as if a person had.
    args: [...flags(true, silentMicrophone), ...proxyFlags(proxy), noAddressBar, noTabs],
    viewport: { width: 400, height: 680 },
    permissions: denyMicrophone ? ['notifications'] : ['microphone', 'notifications'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(relayUrl);
  return { page, voice: page, app: null, close: () => context.close() };
}

/** The microphone is allowed again. */
export async function allowMicrophone({ app, page }: Softphone): Promise<void> {
  if (app === null) return page.context().grantPermissions(['microphone', 'notifications']);
  await app.evaluate(({ session }) =>
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(true)),
  );
}

/** The microphone is taken away from a softphone that had it. */
export async function refuseMicrophone({ app, page }: Softphone): Promise<void> {
  if (app !== null) return refuseMicrophoneInApp(app);
  await page.context().clearPermissions();
  await page.context().grantPermissions(['notifications']);
}

/** Electron asks nobody: the system refuses a microphone, which a page learns as it learns of a refusal by the application. */
function refuseMicrophoneInApp(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ session }) =>
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false)),
  );
}

async function openElectron(
  profile: string,
  { relayUrl, denyMicrophone = false, silentMicrophone = false, proxy }: Omit<SoftphoneOptions, 'email'>,
): Promise<Opened> {
  const real = process.env.ELECTRON_E2E === 'real';
  if (!real) process.env.ELECTRON_OVERRIDE_DIST_PATH = standIn;
  const app = await _electron.launch({
    args: [root, ...flags(denyMicrophone, silentMicrophone), ...proxyFlags(proxy)],
    colorScheme: null,
    env: {
      ...env(),
      NODE_COMPILE_CACHE: compileCache,
      RINGDESK_USER_DATA: profile,
      RINGDESK_RELAY_URL: relayUrl,
      STANDIN_KEYRING: '1',
    },
  });
  const gone = app.waitForEvent('close', { timeout: 0 });
  const page = await windowAt(app, 'softphone');
  const voice = await windowAt(app, 'voice');
  if (denyMicrophone) await refuseMicrophoneInApp(app);
  return { page, voice, app, close: () => leave(app, gone) };
}

/** A story of Electron's own, in a browser: a mistake of the test. */
export function assertElectron(app: ElectronApplication | null): asserts app is ElectronApplication {
  if (app === null) throw new Error('no application');
}

/** Ends the app, unless it has ended, without its question about a call that is going on. */
async function leave(app: ElectronApplication, gone: Promise<unknown>): Promise<void> {
  await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined);
  await gone;
}

/** The window that shows a page, once it is there. */
export async function windowAt(app: ElectronApplication, name: string): Promise<Page> {
  const shows = async (page: Page) => {
    await page.waitForURL((url) => url.pathname === `/${name}.html`);
    return page;
  };
  const later = app.waitForEvent('window', async (page) => (await shows(page)) === page);
  return Promise.any([...app.windows().map(shows), later]);
}

function env(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
