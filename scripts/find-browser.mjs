import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const onWindows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) =>
  [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Chromium\\Application\\chrome.exe',
  ].map((path) => join(process.env[root] ?? 'C:\\', path)),
);
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

/**
 * A Chromium, Chrome or Edge on this machine; `RINGDESK_CHROMIUM` names another.
 *
 * @returns {string | null} its path
 */
export function findBrowser() {
  const chosen = process.env.RINGDESK_CHROMIUM;
  const places = process.platform === 'darwin' ? onMac : process.platform === 'win32' ? onWindows : onPath;
  return (chosen ? [chosen] : places).find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
