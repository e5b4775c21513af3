import { describe, expect, it } from 'vitest';
import { launchFixture, loaded, seen, sharedFixture } from './fixture/launch.ts';

describe('a window', () => {
  const fixture = sharedFixture();

  it('has the size that it was given, and its screenshot too', async () => {
    const { app, page } = await launchFixture();
    const inner = () => page.evaluate(() => [innerWidth, innerHeight]);
    expect(await inner()).toEqual([500, 400]);
    const events = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const heard: string[] = [];
      window?.on('resize', () => heard.push('resize'));
      window?.on('move', () => heard.push('move'));
      window?.setBounds({ x: 10, y: 20, width: 320, height: 640 });
      return [heard, window?.getBounds()];
    });
    expect(events).toEqual([['resize', 'move'], { x: 10, y: 20, width: 320, height: 640 }]);
    await expect.poll(inner).toEqual([320, 640]);
    const png = await page.screenshot();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([320, 640]);
  });

  it('is known to the test runner', async () => {
    const { app, page } = fixture();
    const window = await app.browserWindow(page);
    expect(await window.evaluate((one) => one.getTitle())).toBe('Fixture');
    expect(await window.evaluate((one) => one.webContents.getURL())).toBe('app://fixture/index.html#here');
  });

  it('opens beside another, and goes without it', async () => {
    const { app, page } = fixture();
    const opening = app.waitForEvent('window');
    await app.evaluate(async () => void (await globalThis.fixture.openWindow()));
    const second = await loaded(await opening);
    expect(await second.title()).toBe('Fixture');
    await second.close();
    const windows = app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(await windows).toBe(1);
    expect(await page.title()).toBe('Fixture');
  });

  it('is shown, focused and hidden as told', async () => {
    const { app } = await launchFixture();
    const states = await app.evaluate(async ({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows();
      const popup = await globalThis.fixture.openWindow({ show: false, alwaysOnTop: true });
      const facts: unknown[] = [popup.isVisible(), popup.isAlwaysOnTop()];
      popup.showInactive();
      facts.push(popup.isVisible(), popup.isFocused(), first?.isFocused());
      popup.show();
      facts.push(popup.isFocused(), first?.isFocused());
      popup.minimize();
      facts.push(popup.isVisible(), popup.isMinimized());
      popup.restore();
      popup.hide();
      facts.push(popup.isVisible(), popup.isMinimized());
      return facts;
    });
    expect(states).toEqual([false, true, true, false, true, true, false, false, true, false, false]);
  });

  it('stays when a close is refused, and answers no more once it is gone', async () => {
    const { app } = fixture();
    const facts = await app.evaluate(async ({ BrowserWindow }) => {
      const extra = await globalThis.fixture.openWindow();
      extra.once('close', (event) => event.preventDefault());
      extra.close();
      await new Promise((resolve) => setTimeout(resolve, 20));
      const stayed = !extra.isDestroyed();
      const gone = new Promise((resolve) => extra.once('closed', () => resolve(undefined)));
      extra.close();
      await gone;
      try {
        extra.getBounds();
        return [stayed, 'answered'];
      } catch (error) {
        return [stayed, String(error), BrowserWindow.getAllWindows().length];
      }
    });
    expect(facts).toEqual([true, 'TypeError: Object has been destroyed', 1]);
  });

  it('says why a page did not load', async () => {
    const { app } = fixture();
    const errors = await app.evaluate(async ({ BrowserWindow }) => {
      const said = (error: Error) => error.message;
      const refused = await new BrowserWindow().loadURL('http://127.0.0.1:9/').catch(said);
      const window = new BrowserWindow();
      const loading = window.loadURL('app://fixture/index.html').catch(said);
      window.destroy();
      return [refused, await loading];
    });
    expect(errors).toEqual([
      "ERR_UNSAFE_PORT (-2) loading 'http://127.0.0.1:9/'",
      "ERR_FAILED (-2) loading 'app://fixture/index.html'",
    ]);
  });

  it('goes to another place on the same page', async () => {
    const { app, page } = await launchFixture();
    const url = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      await window?.loadURL('app://fixture/index.html#there');
      return window?.webContents.getURL();
    });
    expect(url).toBe('app://fixture/index.html#there');
    expect(await page.evaluate(() => location.hash)).toBe('#there');
  });

  it('closes itself when its page says so', async () => {
    const { app, page } = await launchFixture();
    const closed = app.waitForEvent('close');
    await page.evaluate(() => void setTimeout(() => window.close()));
    await closed;
  });

  it('reloads', async () => {
    const { app, page } = await launchFixture();
    await page.evaluate(() => Object.assign(window, { before: true }));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
    await page.waitForFunction(() => !('before' in window));
    await page.waitForLoadState();
    expect(await page.evaluate(() => window.bridge.echo('alive'))).toBe('alive');
    expect(await seen(app, 'will-navigate')).toEqual([]);
  });

  it('survives the crash of its page', async () => {
    const { app } = await launchFixture();
    const facts = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = (await globalThis.fixture.openWindow()).webContents;
      const gone = new Promise((resolve) =>
        contents.once('render-process-gone', (_event, details) => resolve(details)),
      );
      contents.forcefullyCrashRenderer();
      const details = await gone;
      const crashed = contents.isCrashed();
      const loaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
      contents.reload();
      await loaded;
      const echoed = await contents.executeJavaScript("window.bridge.echo('again')");
      return { details, crashed, now: contents.isCrashed(), echoed, windows: BrowserWindow.getAllWindows().length };
    });
    expect(facts).toEqual({
      details: { reason: 'crashed', exitCode: 5 },
      crashed: true,
      now: false,
      echoed: 'again',
      windows: 2,
    });
    expect(await seen(app, 'render-process-gone')).toEqual([['crashed']]);
  });

  it('ends the process of a page that hangs', async () => {
    const { app } = await launchFixture();
    const echoed = await app.evaluate(async () => {
      const contents = (await globalThis.fixture.openWindow()).webContents;
      await contents.executeJavaScript('setTimeout(() => { for (;;); })');
      const gone = new Promise<void>((resolve) => contents.once('render-process-gone', () => resolve()));
      contents.forcefullyCrashRenderer();
      await gone;
      const loaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
      contents.reload();
      await loaded;
      return contents.executeJavaScript("window.bridge.echo('again')");
    });
    expect(echoed).toBe('again');
  });
});
