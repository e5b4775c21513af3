import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import type { Log } from '../../../../src/desk/ports.ts';
import { pageAddress } from '../../app-scheme/address.ts';
import { reloadAfterCrash } from '../../crash/reload-after-crash.ts';
import type { Pages } from '../pages.ts';
import { webPreferences } from '../web-preferences.ts';
import type { VoiceLine } from './port.ts';

export type VoiceWindowDeps = {
  create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  pages: Pages;
  voice: VoiceLine;
  built: string;
  now: () => number;
  log: Log;
};

export type VoicePage = {
  window: BrowserWindow;
  /** For a page that does not answer. What it had is lost. */
  restart(): void;
};

/** The page without a face that owns microphone, speaker and peer connection. It lives as long as the app. */
export function openVoiceWindow({ create, pages, voice, built, now, log }: VoiceWindowDeps): VoicePage {
  const window = create({
    show: false,
    width: 200,
    height: 100,
    skipTaskbar: true,
    focusable: false,
    title: 'Ringdesk voice',
    webPreferences: webPreferences('voice', built),
  });
  pages.add(window.webContents, 'voice');
  window.webContents.on('did-start-loading', () => voice.lose());
  window.webContents.on('render-process-gone', () => voice.lose());
  reloadAfterCrash(window.webContents, { page: 'voice', log, now });
  window.loadURL(pageAddress('voice')).catch((error: unknown) => log.error('voice not loaded', { error }));
  return { window, restart: () => restart(window.webContents, voice) };
}

/** A page that hangs heeds no reload: its process is ended, and it comes back as after a crash. */
function restart(contents: WebContents, voice: VoiceLine): void {
  if (contents.isDestroyed()) return;
  voice.lose();
  if (contents.isCrashed()) contents.reload();
  else contents.forcefullyCrashRenderer();
}
