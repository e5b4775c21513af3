/**
 * Makes a clone ready to run: installs from the lockfile when node_modules is missing or stale, and finds a browser or gets one.
 * Plain JavaScript for any Node ≥ 18, because it runs before anything is installed. Says in a line what takes long, and is silent
 * when everything is in place.
 *
 * `--no-browser`: for commands that need none.
 */
import { ensureBrowser } from './prepare/browser.mjs';
import { installPackages } from './prepare/packages.mjs';
import { fail } from './prepare/run.mjs';

if (Number(process.versions.node.split('.')[0]) < 18) {
  fail(`Node ${process.versions.node} is too old to start from; install 18 or newer.`);
}
installPackages();
if (!process.argv.includes('--no-browser') && ensureBrowser() === null) {
  fail('No browser was found. Install Chromium, Chrome or Edge, or name one in RINGDESK_CHROMIUM.');
}
