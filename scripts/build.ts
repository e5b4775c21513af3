import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');
const sources = [
  'renderer',
  'electron',
  'src',
  'resources',
  'vite.config.ts',
  'vite.relay.config.ts',
  'package.json',
  'package-lock.json',
];

/**
 * Builds the pages, Electron's part and the relay when a source is newer than the last build.
 *
 * @param onBuild called before it builds
 * @returns whether it built
 */
export function buildIfStale(onBuild = () => {}): boolean {
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (sources.every((source) => newest(join(root, source)) <= built)) return false;
  onBuild();
  const result = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) throw new Error(`The build failed.\n${result.stdout}\n${result.stderr}`);
  writeFileSync(stamp, '');
  return true;
}

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
