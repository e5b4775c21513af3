import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { launchFixture, seen, sharedFixture } from './fixture/launch.ts';

describe('the desktop around the application', () => {
  const fixture = sharedFixture();

  it('shows a notification, and the user clicks it', async () => {
    const { app } = fixture();
    const shown = await app.evaluate(async ({ standIn }) => {
      globalThis.fixture.notify();
      const notification = standIn.notifications.at(-1);
      await new Promise((resolve) => notification?.once('show', resolve));
      notification?.emit('click', {});
      return { title: notification?.title, isShown: notification?.isShown };
    });
    expect(shown).toEqual({ title: 'Incoming call', isShown: true });
    expect(await seen(app, 'notification clicked')).toEqual([[]]);
  });

  it('has a tray with a menu', async () => {
    const { app } = fixture();
    await app.evaluate(({ standIn }) => standIn.trays[0]?.contextMenu?.getMenuItemById('quit')?.click());
    expect(await seen(app, 'quit clicked')).toEqual([[]]);
  });

  it('sleeps, wakes and is locked', async () => {
    const { app } = fixture();
    const heard = await app.evaluate(({ powerMonitor, standIn }) => {
      const events: string[] = [];
      powerMonitor.on('suspend', () => events.push('suspend'));
      powerMonitor.on('resume', () => events.push('resume'));
      powerMonitor.emit('suspend');
      powerMonitor.emit('resume');
      standIn.setIdle(90);
      events.push(powerMonitor.getSystemIdleState(60));
      powerMonitor.emit('lock-screen');
      return [...events, powerMonitor.getSystemIdleState(60)];
    });
    expect(heard).toEqual(['suspend', 'resume', 'idle', 'locked']);
  });

  it('presses shortcuts, whichever way they are written', async () => {
    const { app } = fixture();
    const facts = await app.evaluate(({ globalShortcut, standIn }) => {
      let pressed = 0;
      standIn.takeShortcut('Ctrl+Alt+B');
      const registered = ['CommandOrControl+Shift+A', 'Control+Alt+B'].map((keys) =>
        globalShortcut.register(keys, () => {
          pressed += 1;
        }),
      );
      return [registered, standIn.triggerShortcut('Shift+Ctrl+A'), standIn.triggerShortcut('F9'), pressed];
    });
    expect(facts).toEqual([[true, false], true, false, 1]);
  });

  it('has the displays that it is given', async () => {
    const { app } = fixture();
    const facts = await app.evaluate(({ screen, standIn }) => {
      const heard: string[] = [];
      screen.on('display-added', (_event, { id }) => heard.push(`added ${id}`));
      screen.on('display-removed', (_event, { id }) => heard.push(`removed ${id}`));
      standIn.setDisplays([{}, { bounds: { x: 1920, y: 0, width: 1280, height: 800 } }]);
      const right = screen.getDisplayNearestPoint({ x: 2500, y: 300 }).id;
      const matching = screen.getDisplayMatching({ x: 1900, y: 0, width: 400, height: 400 }).id;
      standIn.setDisplays([{}]);
      return [heard, right, matching, screen.getAllDisplays().length];
    });
    expect(facts).toEqual([['added 2', 'removed 2'], 2, 2, 1]);
  });

  it('answers dialogs and opens nothing', async () => {
    const { app } = fixture();
    const facts = await app.evaluate(async ({ dialog, shell, standIn }) => {
      standIn.dialog.answerNext({ response: 1 });
      const told = await dialog.showMessageBox({ message: 'Leave the call?', buttons: ['Stay', 'Leave'] });
      const untold = await dialog.showMessageBox({ message: 'Sure?', buttons: ['Yes', 'No'], defaultId: 0 });
      const file = await dialog.showSaveDialog({});
      await shell.openExternal('https://example.com');
      return [told.response, untold.response, file.canceled, standIn.dialog.calls.length, standIn.shell.calls];
    });
    const opened = { method: 'openExternal', target: 'https://example.com/' };
    expect(facts).toEqual([1, 0, true, 3, [opened]]);
  });

  it('keeps a secret across launches, and not in plain text', async () => {
    const first = await launchFixture();
    const encrypted = await first.app.evaluate(async ({ safeStorage }) =>
      (await safeStorage.encryptStringAsync('a token')).toString('base64'),
    );
    await first.page.evaluate(() => localStorage.setItem('kept', 'yes'));
    await first.app.close();
    expect(Buffer.from(encrypted, 'base64').toString('latin1')).not.toContain('token');
    expect(await readFile(path.join(first.userData, 'Keyring'), 'latin1')).not.toContain('token');

    const second = await launchFixture({ userData: first.userData });
    const decrypted = await second.app.evaluate(
      ({ safeStorage }, text) => safeStorage.decryptString(Buffer.from(text, 'base64')),
      encrypted,
    );
    expect(decrypted).toBe('a token');
    expect(await second.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  });

  it('carries the libraries that import Electron themselves', async () => {
    const first = await launchFixture();
    await first.app.evaluate(() => globalThis.fixture.useLibraries());
    await first.app.close();
    const { app, userData } = await launchFixture({ userData: first.userData });
    const facts = await app.evaluate(() => globalThis.fixture.useLibraries());
    expect(facts).toEqual({
      launches: 2,
      settings: path.join(userData, 'settings.json'),
      log: path.join(userData, 'logs', 'main.log'),
    });
    expect(await readFile(facts.log, 'utf8')).toMatch(/Fixture started/);
  });

  it('refuses by name what it does not have', async () => {
    const { app } = fixture();
    const words = await app.evaluate((electron) => {
      const { app: electronApp, BrowserWindow, utilityProcess, contentTracing } = electron;
      const [window] = BrowserWindow.getAllWindows();
      const attempts = [
        () => electronApp.getGPUInfo('basic'),
        () => window?.setShape([]),
        () => window?.webContents.printToPDF({}),
        () => BrowserWindow.clearPersistedState('x'),
        () => utilityProcess.fork('x'),
        () => contentTracing.getCategories(),
        () => new electron.MessageChannelMain(),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return 'no error';
        } catch (error) {
          return error instanceof Error ? error.message : '';
        }
      });
    });
    const names = [
      'app.getGPUInfo',
      'BrowserWindow.setShape',
      'webContents.printToPDF',
      'BrowserWindow.clearPersistedState',
      'utilityProcess.fork',
      'contentTracing.getCategories',
      'MessageChannelMain',
    ];
    expect(words).toEqual(names.map((name) => `electron stand-in: ${name} is not implemented`));
  });
});
