import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The user closes the softphone's window. */
export function closeWindow(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    windows.find((window) => window.webContents.getURL().includes('/softphone.html'))?.close();
  });
}

export type WindowState = { open: boolean; visible: boolean; focused: boolean };

export function windowState(app: ElectronApplication): Promise<WindowState> {
  return app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    const window = windows.find(({ webContents }) => webContents.getURL().includes('/softphone.html'));
    return {
      open: window !== undefined,
      visible: window?.isVisible() ?? false,
      focused: window?.isFocused() ?? false,
    };
  });
}

export type ShownNotification = { title: string; body: string; shown: boolean };

/** Every notification of the system so far, oldest first. */
export function notifications(app: ElectronApplication): Promise<ShownNotification[]> {
  return app.evaluate(({ standIn }) =>
    standIn.notifications.map(({ title, body, isShown }) => ({ title, body, shown: isShown })),
  );
}

export type TrayState = { picture: string; toolTip: string; menu: string[] };

export function tray(app: ElectronApplication): Promise<TrayState> {
  return app.evaluate(({ standIn }) => {
    const shown = standIn.trays[0];
    const image: unknown = shown?.image;
    const source = typeof image === 'object' && image !== null && 'source' in image ? String(image.source) : '';
    const items = shown?.contextMenu?.items ?? [];
    return {
      picture: source.replace(/^.*[\\/]/, ''),
      toolTip: shown?.toolTip ?? '',
      menu: items.filter(({ type }) => type !== 'separator').map(({ label }) => label),
    };
  });
}

/** @param path of submenus to go through, and the item at its end */
export function pickInTray(app: ElectronApplication, ...path: string[]): Promise<void> {
  return app.evaluate(({ standIn }, [first, ...rest]) => {
    let item = standIn.trays[0]?.contextMenu?.items.find(({ label }) => label === first);
    for (const next of rest) item = item?.submenu?.items.find(({ label }) => label === next);
    if (item === undefined) throw new Error(`nothing in the tray is called ${[first, ...rest].join(' > ')}`);
    item.click();
  }, path);
}

/** The user quits, as by the menu. */
export async function quit(app: ElectronApplication): Promise<void> {
  const gone = app.waitForEvent('close');
  await app.evaluate(({ app: electron }) => electron.quit());
  await gone;
}

/** Starts Ringdesk once more on the same profile, by its icon or by a link of another program. @returns how that start ended */
export async function startAgain(profile: string, link?: string): Promise<number | null> {
  const env = { ...process.env, RINGDESK_USER_DATA: profile };
  // Read only now: openSoftphone says which Electron it is.
  const { default: electronPath } = await import('electron');
  const child = spawn(String(electronPath), [root, '--no-sandbox', ...(link === undefined ? [] : [link])], {
    env,
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : null;
}

export type CardState = { visible: boolean; focused: boolean; onTop: boolean; bounds: Electron.Rectangle };

/** How the call card's window stands. */
export function cardState(app: ElectronApplication): Promise<CardState> {
  return app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    const window = windows.find(({ webContents }) => webContents.getURL().endsWith('/card.html'));
    if (window === undefined) throw new Error('no call card');
    return {
      visible: window.isVisible(),
      focused: window.isFocused(),
      onTop: window.isAlwaysOnTop(),
      bounds: window.getBounds(),
    };
  });
}

/** The person turns to another program: the softphone stays up, behind. */
export function workElsewhere(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.blur());
}

/** The page of a window crashes. Playwright does not reach it any more, also when it is back; {@link runInWindow} does. */
export function crashWindow(app: ElectronApplication, name: string): Promise<void> {
  return app.evaluate(async ({ BrowserWindow }, page) => {
    const windows = BrowserWindow.getAllWindows();
    const contents = windows.find(({ webContents }) => webContents.getURL().includes(page))?.webContents;
    if (contents === undefined) throw new Error(`no window shows ${page}`);
    const gone = new Promise((resolve) => contents.once('render-process-gone', resolve));
    contents.forcefullyCrashRenderer();
    await gone;
  }, `/${name}.html`);
}

/** What a script finds in the page of a window; nothing while there is no page. */
export async function runInWindow(app: ElectronApplication, name: string, script: string): Promise<string> {
  const found: unknown = await app.evaluate(
    ({ BrowserWindow }, [page, asked]) => {
      const windows = BrowserWindow.getAllWindows();
      const contents = windows.find(({ webContents }) => webContents.getURL().includes(page))?.webContents;
      return contents?.executeJavaScript(asked).catch(() => '');
    },
    [`/${name}.html`, script] as const,
  );
  return String(found ?? '');
}
