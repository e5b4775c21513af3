import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { executable, fixtureFolder, launchFixture, type Route, seen, temporaryFolder } from './fixture/launch.ts';

/** Living processes whose command line names this folder. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false;
      }
    });
}

async function run(args: string[]): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}

describe.each<Route>(['electron/index.js', 'executablePath'])('launched by %s', (route) => {
  it('looks like Electron to the application, and leaves nothing behind', async () => {
    const { app, page, userData } = await launchFixture({ route, args: ['--hidden'] });
    await page.getByRole('button', { name: 'Press' }).click();
    await expect.poll(() => page.locator('#answer').textContent()).toBe('pressed!');
    const facts = await app.evaluate(({ app: electronApp }) => ({
      argv: process.argv,
      type: process.type,
      electron: process.versions.electron,
      name: electronApp.getName(),
      version: electronApp.getVersion(),
      path: electronApp.getAppPath(),
      userData: electronApp.getPath('userData'),
      ready: electronApp.isReady(),
      sameModule: globalThis.fixture.sameModule,
    }));
    expect(facts).toEqual({
      argv: [executable, fixtureFolder, `--user-data-dir=${userData}`, '--hidden'],
      type: 'browser',
      electron: '45.4.1',
      name: 'Standing In',
      version: '1.2.3',
      path: fixtureFolder,
      userData,
      ready: true,
      sameModule: true,
    });
    expect(processesOf(userData).length).toBeGreaterThan(1);
    await app.close();
    await expect.poll(() => processesOf(userData)).toEqual([]);
  });
});

describe('ends', () => {
  it('with its Chromium when the whole group is killed', async () => {
    const { app, userData } = await launchFixture();
    const { pid = 0 } = app.process();
    process.kill(-pid, 'SIGKILL');
    await expect.poll(() => processesOf(userData)).toEqual([]);
  });

  it('with its Chromium when it alone is killed', async () => {
    const { app, userData } = await launchFixture();
    app.process().kill('SIGKILL');
    await expect.poll(() => processesOf(userData)).toEqual([]);
  });

  it('with an error when the main script throws', async () => {
    const userData = await temporaryFolder();
    const { code, stderr } = await run([fixtureFolder, `--user-data-dir=${userData}`, '--fail-at-start']);
    expect(code).toBe(1);
    expect(stderr).toContain('The fixture fails at start, as asked');
    expect(processesOf(userData)).toEqual([]);
  });

  it('with an error when there is no application', async () => {
    const { code, stderr } = await run([path.join(fixtureFolder, 'nothing')]);
    expect(code).toBe(1);
    expect(stderr).toContain('Unable to find Electron app');
  });

  it('when its last window is closed', async () => {
    const { app, page } = await launchFixture();
    const closed = app.waitForEvent('close');
    await page.close();
    await closed;
  });
});

describe('a second instance', () => {
  it('hands its arguments to the first and quits', async () => {
    const { app, userData } = await launchFixture();
    const { code } = await run([fixtureFolder, `--user-data-dir=${userData}`, 'tel:+4930123456']);
    expect(code).toBe(0);
    const visit = [
      [executable, fixtureFolder, `--user-data-dir=${userData}`, 'tel:+4930123456'],
      process.cwd(),
      { from: 'fixture' },
    ];
    await expect.poll(() => seen(app, 'second-instance')).toEqual([visit]);
  });

  it('is the first again once the first was killed', async () => {
    const { app, userData } = await launchFixture();
    const { pid = 0 } = app.process();
    process.kill(-pid, 'SIGKILL');
    await expect.poll(() => processesOf(userData)).toEqual([]);
    const { page } = await launchFixture({ userData });
    expect(await page.title()).toBe('Fixture');
  });
});
