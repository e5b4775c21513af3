/**
 * Makes a clone ready to run: installs from the lockfile when node_modules is missing or stale, and finds a browser or gets one.
 * Plain JavaScript for any Node ≥ 18, because it runs before anything is installed. Says in one line what it did.
 * `--no-browser`: for commands that need none.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.ringdesk-lock');
const done = [];

if (Number(process.versions.node.split('.')[0]) < 18) fail(`Node ${process.versions.node} is too old to start from; install 18 or newer.`);
installPackages();
if (!process.argv.includes('--no-browser')) getBrowser();
if (done.length > 0) process.stdout.write(`prepare: ${done.join(', ')}\n`);
else process.stdout.write('prepare: everything is in place\n');

function installPackages() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const from = Date.now();
  run('npm', ['ci', '--no-audit', '--no-fund'], 'The packages could not be installed');
  writeFileSync(stamp, lock);
  done.push(`installed the packages in ${seconds(from)}`);
}

function getBrowser() {
  if (findBrowser()) return;
  const from = Date.now();
  const canApt = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canApt) {
    run('apt-get', ['update', '-qq'], 'The list of Debian packages could not be read');
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 'Chromium could not be installed');
  }
  if (!findBrowser()) {
    fail('No browser was found. Install Chromium, Chrome or Edge, or name one in RINGDESK_CHROMIUM.');
  }
  done.push(`installed Chromium in ${seconds(from)}`);
}

/** Runs a command quietly; what it said is shown only when it fails. */
function run(command, args, sentence) {
  const windows = process.platform === 'win32';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', shell: windows, maxBuffer: 64 * 1024 * 1024 });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}\n`);
  fail(`${sentence} (${command} ${args[0]} ended with ${result.status ?? result.signal}).`);
}

function seconds(from) {
  return `${Math.round((Date.now() - from) / 1000)} s`;
}

function fail(sentence) {
  process.stderr.write(`prepare: ${sentence}\n`);
  process.exit(1);
}
