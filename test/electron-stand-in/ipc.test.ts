import { describe, expect, it } from 'vitest';
import { sharedFixture } from './fixture/launch.ts';

describe('between page and main process', () => {
  const fixture = sharedFixture();

  it('values arrive as structured clones', async () => {
    const { page } = fixture();
    const arrived = await page.evaluate(async () => {
      const circular: { self?: unknown; name: string } = { name: 'loop' };
      circular.self = circular;
      const sent = {
        undefined: undefined,
        numbers: [Number.NaN, Number.POSITIVE_INFINITY, -0],
        bigint: 12n,
        date: new Date(5),
        map: new Map([['a', new Set([1])]]),
        bytes: new Uint8Array([1, 2, 255]),
        error: new TypeError('broken'),
        circular,
      };
      const back = await window.bridge.echo(sent);
      return {
        hasUndefined: 'undefined' in back,
        numbers: back.numbers.map((one) => (Object.is(one, -0) ? '-0' : String(one))),
        bigint: typeof back.bigint,
        date: back.date instanceof Date && back.date.getTime(),
        map: back.map instanceof Map && back.map.get('a') instanceof Set,
        bytes: back.bytes instanceof Uint8Array && [...back.bytes],
        // Between preload and page only an error's message survives.
        error: back.error instanceof Error && `${back.error.name}: ${back.error.message}`,
        circular: back.circular.self === back.circular,
      };
    });
    expect(arrived).toEqual({
      hasUndefined: true,
      numbers: ['NaN', 'Infinity', '-0'],
      bigint: 'bigint',
      date: 5,
      map: true,
      bytes: [1, 2, 255],
      error: 'Error: broken',
      circular: true,
    });
  });

  it('what cannot be cloned is refused, in Electron’s words', async () => {
    const { app, page } = fixture();
    const words = (call: string) =>
      page.evaluate(async (source) => {
        try {
          await new Function(`return ${source}`)();
          return 'no error';
        } catch (error) {
          return error instanceof Error ? error.message : String(error);
        }
      }, call);
    expect(await words('bridge.sendFunction()')).toBe('An object could not be cloned.');
    expect(await words('bridge.echo(document.body)')).toBe('An object could not be cloned.');
    expect(await words("bridge.invoke('function')")).toBe(
      "Error invoking remote method 'function': Error: An object could not be cloned.",
    );
    expect(await words("bridge.invoke('fail')")).toBe("Error invoking remote method 'fail': TypeError: no such call");
    expect(await words("bridge.invoke('nobody')")).toBe(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    );
    expect(await words('bridge.sync()')).toBe('electron stand-in: ipcRenderer.sendSync is not implemented');
    const sending = app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('answered', () => 1);
    });
    await expect(sending).rejects.toThrow('Failed to serialize arguments');
  });

  it('the page gets a frozen copy of what the preload exposes', async () => {
    const { page } = fixture();
    const facts = await page.evaluate(() => {
      const errors: string[] = [];
      for (const attempt of [
        () => Object.assign(window, { bridge: {} }),
        () => Object.assign(window.bridge.nested, { number: 2 }),
        () => window.bridge.fail(),
      ])
        try {
          attempt();
        } catch (error) {
          errors.push(error instanceof Error ? `${error.name}: ${error.message}` : '');
        }
      const reachable = ['require', 'process', 'module', '__electronStandInPost'].filter((name) => name in window);
      return { errors, number: window.bridge.nested.number, argv: window.bridge.argv.at(-1), reachable };
    });
    expect(facts.number).toBe(1);
    expect(facts.argv).toBe('--window=phone');
    expect(facts.reachable).toEqual([]);
    expect(facts.errors[0]).toMatch(/read only property 'bridge'/);
    expect(facts.errors[1]).toMatch(/read only property 'number'/);
    expect(facts.errors[2]).toBe('Error: from the preload');
  });

  it('the sender is the main frame, under the application’s own address', async () => {
    const { page } = fixture();
    expect(await page.evaluate(() => window.bridge.invoke('who'))).toEqual({
      url: 'app://fixture/index.html#here',
      origin: 'app://fixture',
      parent: null,
      isTop: true,
      id: 1,
    });
  });

  it('a listener hears until it is taken off', async () => {
    const { app, page } = fixture();
    await page.evaluate(() => {
      const heard: unknown[] = [];
      const off = window.bridge.on('news', (...args) => heard.push(args));
      Object.assign(window, { heard, off });
    });
    const send = (text: string) =>
      app.evaluate(
        ({ BrowserWindow }, news) => BrowserWindow.getAllWindows()[0]?.webContents.send('news', news, 2),
        text,
      );
    await send('first');
    await expect.poll(() => page.evaluate('heard')).toEqual([['first', 2]]);
    await page.evaluate('off()');
    await send('second');
    expect(await page.evaluate(() => window.bridge.echo('done'))).toBe('done');
    expect(await page.evaluate('heard')).toEqual([['first', 2]]);
  });
});
