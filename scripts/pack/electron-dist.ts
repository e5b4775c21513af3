import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The unpacked Electron that a package is built from. */
export type ElectronDist =
  | { status: 'found'; folder: string; from: 'ELECTRON_DIST' | 'node_modules' }
  | { status: 'missing'; sentence: string };

/**
 * `ELECTRON_DIST` first, then what the `electron` package has or can download.
 * @param project the project's folder
 */
export function findElectronDist(project: string, env: NodeJS.ProcessEnv): ElectronDist {
  if (env.ELECTRON_DIST) {
    const folder = resolve(env.ELECTRON_DIST);
    return existsSync(folder)
      ? { status: 'found', folder, from: 'ELECTRON_DIST' }
      : { status: 'missing', sentence: `ELECTRON_DIST names ${folder}, which is not there.` };
  }
  const electron = join(project, 'node_modules/electron');
  if (!isDownloaded(electron)) download(electron);
  if (isDownloaded(electron)) return { status: 'found', folder: join(electron, 'dist'), from: 'node_modules' };
  const { version } = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8'));
  return {
    status: 'missing',
    sentence: `Electron ${version} could not be downloaded from GitHub. Set ELECTRON_DIST to a folder with it unpacked.`,
  };
}

function isDownloaded(electron: string): boolean {
  const pathFile = join(electron, 'path.txt');
  return existsSync(pathFile) && existsSync(join(electron, 'dist', readFileSync(pathFile, 'utf8').trim()));
}

function download(electron: string): void {
  spawnSync(process.execPath, [join(electron, 'install.js')], { stdio: 'ignore', timeout: 10 * 60_000 });
}
