import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { release } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readArguments } from './app/launch-arguments.ts';
import { findMainScript } from './app/main-script.ts';

/**
 * Starts an application as the Electron binary would: the order of these steps is what Playwright's launcher and its
 * loader script rely on.
 */
const standInFolder = import.meta.dirname;
const launch = readArguments(process.argv.slice(2));

// The process looks like Electron's main process, with Electron's argv: the executable first, no script of ours.
const executable = path.join(standInFolder, 'electron');
process.argv = [executable, ...process.argv.slice(2)];
process.execPath = executable;
Object.assign(process, {
  type: 'browser',
  resourcesPath: path.join(standInFolder, 'resources'),
  defaultApp: process.env.STANDIN_PACKAGED === '1' ? undefined : true,
  getSystemVersion: () => release(),
});
const require = createRequire(import.meta.url);
const { version }: { version: string } = require('electron/package.json');
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true });

// One object for every way to ask: import, require, and the inspector's require, which test code uses.
const electronModule = new URL('electron-module.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common|renderer))?$/.test(specifier)
      ? { url: electronModule, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

const { app } = await import('./app/app.ts');
const { browser } = await import('./chromium/browser.ts');
await import('./electron-module.ts');
Object.defineProperty(process.versions, 'chrome', { get: () => browser.version, enumerable: true });

for (const [name, value] of launch.switches) app.commandLine.appendSwitch(name, value);
// Prints the line by which the launcher finds it.
if (launch.inspect) inspector.open(0, '127.0.0.1', false);
// It cuts argv down to the application's and holds `ready` back until the test is connected.
if (launch.loader !== undefined) require(path.resolve(launch.loader));
else process.argv = [executable, ...launch.rest];

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.quit());

try {
  const main = findMainScript(process.argv.slice(1));
  app.describe(main.folder, main.name, main.version);
  await import(pathToFileURL(main.file).href);
} catch (error) {
  process.stderr.write('A JavaScript error occurred in the main process\n');
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

// A second instance has quit by now and needs no Chromium.
if (!app.isQuitting) {
  const profile = path.join(app.getPath('sessionData'), 'Chromium');
  const switches = [...app.commandLine.switches].filter(([name]) => name !== 'user-data-dir');
  const lost = () => {
    process.stderr.write('electron stand-in: Chromium has ended unexpectedly\n');
    process.exit(1);
  };
  const listening = await browser.start(profile, switches, launch.debuggingPort ?? '0', lost);
  app.becomeReady();
  process.stderr.write(`\n${listening}\n`);
}
