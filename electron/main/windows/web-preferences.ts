import { join } from 'node:path';
import type { WebPreferences } from 'electron';
import type { PageName } from '../app-scheme/address.ts';

/** Every page is sandboxed and isolated and gets only its own preload. The spelling checker would download dictionaries. */
export function webPreferences(page: PageName, built: string): WebPreferences {
  return {
    preload: join(built, `preload-${page}.cjs`),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    // The voice page works unseen, and the card paints unseen, so that it never comes up with what it showed last.
    backgroundThrottling: page === 'softphone',
    autoplayPolicy: page === 'voice' ? 'no-user-gesture-required' : 'document-user-activation-required',
  };
}
