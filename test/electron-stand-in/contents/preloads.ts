import { readFileSync } from 'node:fs';
import { release } from 'node:os';
import { pageScript } from '../page/runtime.ts';
import type { Session } from './session.ts';

/** The script for every document of a window: the session's preloads, then the window's own. Throws when one is missing. */
export function preloadScript(session: Session, preferences: Electron.WebPreferences): string {
  const ofSession = session.getPreloadScripts().filter((script) => script.type === 'frame');
  const own = preferences.preload === undefined ? [] : [preferences.preload];
  const preloads = [...ofSession.map((script) => script.filePath), ...own].map((file) => ({
    path: file,
    source: readFileSync(file, 'utf8'),
  }));
  const { node = '', electron = '', chrome = '' } = process.versions;
  const facts = {
    argv: [process.execPath, '--type=renderer', ...(preferences.additionalArguments ?? [])],
    env: {},
    platform: process.platform,
    arch: process.arch,
    versions: { node, electron, chrome },
    execPath: process.execPath,
    pid: process.pid,
    systemVersion: release(),
  };
  return pageScript(facts, preloads);
}
