import type { WebContents } from 'electron';
import type { Log } from '../../../src/desk/ports.ts';
import { type PageName, pageAddress } from '../app-scheme/address.ts';
import { type CrashHistory, planReload } from './plan-reload.ts';

/** Chromium's ERR_ABORTED: another load took the place of this one. */
const aborted = -3;

export type ReloadDeps = { page: PageName; log: Log; now: () => number };

/** A page that crashes or cannot be loaded comes back by itself. The softphone loses nothing: the call lives in the voice page and in main. */
export function reloadAfterCrash(contents: WebContents, { page, log, now }: ReloadDeps): void {
  let failures: CrashHistory = [];
  let due: ReturnType<typeof setTimeout> | undefined;

  function comeBack(line: string, facts: Record<string, unknown>, load: () => void): void {
    const plan = planReload(failures, now());
    failures = plan.crashes;
    log.error(line, { page, ...facts, againInMs: plan.afterMs });
    clearTimeout(due);
    due = setTimeout(() => {
      if (!contents.isDestroyed()) load();
    }, plan.afterMs);
  }

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason !== 'clean-exit') comeBack('page crashed', { reason, code: exitCode }, () => contents.reload());
  });
  contents.on('did-fail-load', (_event, code, reason, _address, isMainFrame) => {
    if (!isMainFrame || code === aborted) return;
    // A load that fails again says so by this same event.
    comeBack('page not loaded', { reason, code }, () => void contents.loadURL(pageAddress(page)).catch(() => {}));
  });
  // Somebody was faster: a page that is up again is not to be reloaded in the middle of a call.
  contents.on('did-start-loading', () => clearTimeout(due));
  contents.on('unresponsive', () => log.warn('page hangs', { page }));
  contents.on('responsive', () => log.info('page answers again', { page }));
}
