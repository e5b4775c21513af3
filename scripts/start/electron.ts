import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The Electron that Ringdesk is developed with, or why there is none. */
export type ElectronFound = { status: 'found'; executable: string } | { status: 'missing'; sentence: string };

/** How long its download may take, ms. */
const downloadWithin = 3 * 60_000;

/**
 * The executable of the `electron` package, which fetches it (over 100 MB) when it is first wanted. That is asked of a process of
 * its own, so that a network that swallows it does not hold up anything else.
 *
 * @param project the project's folder
 * @param onSlow called when the download takes a while
 */
export async function getElectron(project: string, onSlow: () => void): Promise<ElectronFound> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = join(project, 'node_modules', 'electron');
  if (override) return { status: 'found', executable: join(override, nameIn(folder) ?? 'electron') };
  if (executableIn(folder) === null) {
    const slow = setTimeout(onSlow, 3_000);
    await download(folder);
    clearTimeout(slow);
  }
  const executable = executableIn(folder);
  if (executable !== null) return { status: 'found', executable };
  return { status: 'missing', sentence: 'Electron could not be downloaded from GitHub' };
}

function executableIn(folder: string): string | null {
  const name = nameIn(folder);
  const path = name === null ? null : join(folder, 'dist', name);
  return path !== null && existsSync(path) ? path : null;
}

function nameIn(folder: string): string | null {
  const file = join(folder, 'path.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

async function download(folder: string): Promise<void> {
  const install = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: downloadWithin });
  await once(install, 'exit').catch(() => undefined);
}
