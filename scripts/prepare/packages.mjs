import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, fail, root, run, say, secondsSince } from './run.mjs';
import { takeTurn } from './turn.mjs';

const bin = join(root, 'node_modules', '.bin');
/** The lockfile that node_modules was last installed from, as a hash. */
const stamp = join(root, 'node_modules', '.ringdesk-lock');

/** Installs what the lockfile names, unless that is there. Two at the same time would delete each other's work: one waits. */
export function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (isInstalled(lock)) return;
  const giveUpTurn = takeTurn(join(root, 'data', '.preparing'), () =>
    say('waiting for another one that installs here'),
  );
  try {
    if (!isInstalled(lock)) install(lock);
  } finally {
    giveUpTurn();
  }
}

/** @param {string} lock */
function install(lock) {
  const from = Date.now();
  say('installing the packages, which takes about a minute');
  // The lockfile names every file by its hash: what was once downloaded need not be asked for again.
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', ['ci', ...flags], 'The packages could not be installed');
  // Ringdesk's own Node comes by an install script, which some people have switched off.
  if (!hasOwnNode()) run('npm', ['rebuild', 'node', '--ignore-scripts=false'], 'Node 24 could not be installed');
  if (!hasOwnNode()) fail('Node 24 was not installed: node_modules/.bin/node does not run.');
  writeFileSync(stamp, lock);
  say(`installed the packages in ${secondsSince(from)}`);
}

/** @param {string} lock */
function isInstalled(lock) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
}

function hasOwnNode() {
  return /^v24\./.test(attempt(join(bin, 'node'), ['--version']).stdout ?? '');
}
