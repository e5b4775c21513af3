import type { WebContents } from 'electron';
import type { Log } from '../../../src/desk/ports.ts';
import { type CrashHistory, planReload } from './plan-reload.ts';

/** A page that crashes comes back by itself. The softphone loses nothing: the call lives in the voice page and in main. */
export function reloadAfterCrash(contents: WebContents, deps: { page: string; log: Log; now: () => number }): void {
  let crashes: CrashHistory = [];
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    const plan = planReload(crashes, deps.now());
    crashes = plan.crashes;
    deps.log.error('page crashed', {
      page: deps.page,
      reason: details.reason,
      code: details.exitCode,
      againInMs: plan.afterMs,
    });
    setTimeout(() => {
      if (!contents.isDestroyed()) contents.reload();
    }, plan.afterMs);
  });
  contents.on('unresponsive', () => deps.log.warn('page hangs', { page: deps.page }));
  contents.on('responsive', () => deps.log.info('page answers again', { page: deps.page }));
}
