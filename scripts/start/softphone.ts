import { _electron, chromium, type ElectronApplication, type Page } from '@playwright/test';

/** A softphone that was opened from here. */
export type Softphone = {
  page: Page;
  /** When its window, or the app, was closed, from here or by the person. */
  closed: Promise<void>;
  close(): Promise<void>;
};

export type SoftphoneOptions = {
  executable: string;
  relayUrl: string;
  /** What it keeps between runs: sign-in, settings, history. */
  profile: string;
};

/** Chromium refuses its own sandbox to root, as whom containers run. */
const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
const onWayland = !process.env.DISPLAY && Boolean(process.env.WAYLAND_DISPLAY);
const flags = [...(asRoot ? ['--no-sandbox'] : []), ...(onWayland ? ['--ozone-platform=wayland'] : [])];

/** Opens Ringdesk in Electron. @param project the project's folder, built */
export async function openElectron(
  project: string,
  { executable, relayUrl, profile }: SoftphoneOptions,
): Promise<Softphone> {
  const app = await _electron.launch({
    executablePath: executable,
    args: [project, ...flags],
    cwd: project,
    colorScheme: null,
    env: { ...definedOnly(process.env), RINGDESK_USER_DATA: profile, RINGDESK_RELAY_URL: relayUrl },
  });
  const closed = new Promise<void>((resolve) => app.once('close', () => resolve()));
  const close = async () => {
    // Straight out: its question about a running call has no meaning when the relay goes as well.
    await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined);
    await closed;
  };
  return { page: await softphoneWindow(app), closed, close };
}

/** Opens the browser softphone in a window of its own, or unseen. */
export async function openBrowser(
  { executable, relayUrl, profile }: SoftphoneOptions,
  { headless = false, args = [] }: { headless?: boolean; args?: readonly string[] } = {},
): Promise<Softphone> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless,
    chromiumSandbox: !asRoot,
    args: [
      ...flags,
      ...(headless ? [] : [`--app=${relayUrl}`, '--window-size=420,760']),
      '--no-first-run',
      '--autoplay-policy=no-user-gesture-required',
      ...args,
    ],
    ignoreDefaultArgs: ['--enable-automation'],
    viewport: headless ? { width: 420, height: 760 } : null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  await context.grantPermissions(['microphone', 'notifications'], { origin: relayUrl });
  const page = context.pages()[0] ?? (await context.newPage());
  if (headless) await page.goto(relayUrl);
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  return { page, closed, close: () => context.close() };
}

async function softphoneWindow(app: ElectronApplication): Promise<Page> {
  const shows = async (page: Page) => {
    await page.waitForURL((url) => url.pathname === '/softphone.html');
    return page;
  };
  const later = app.waitForEvent('window', async (page) => (await shows(page)) === page);
  return Promise.any([...app.windows().map(shows), later]);
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
