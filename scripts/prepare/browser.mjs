import { existsSync } from 'node:fs';
import { findBrowser } from '../find-browser.mjs';
import { run, say, secondsSince } from './run.mjs';

/**
 * A browser to run Ringdesk in: one that is there, else Debian's Chromium where it may be installed without asking.
 *
 * @returns {string | null} its path
 */
export function ensureBrowser() {
  const found = findBrowser();
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (found !== null || !canInstall) return found;
  const from = Date.now();
  say('installing Chromium, which takes about a minute');
  run('apt-get', ['update', '-qq'], 'The list of Debian packages could not be read');
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 'Chromium could not be installed');
  say(`installed Chromium in ${secondsSince(from)}`);
  return findBrowser();
}
