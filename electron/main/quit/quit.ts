import type { App, Dialog } from 'electron';
import type { DeskView } from '../../../src/contract/window/view.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import type { Log } from '../../../src/desk/ports.ts';

export type QuitDeps = {
  app: Pick<App, 'on' | 'quit'>;
  dialog: Pick<Dialog, 'showMessageBox'>;
  desk: Pick<Desk, 'getView' | 'subscribe' | 'command' | 'stop'>;
  /** Closes what is left open, last of all. */
  afterwards: () => void;
  log: Log;
};

/** How long the end of a call and of the connection may take before the app goes anyway. */
const patienceMs = 2000;

/** Leaving takes three steps: a call, or a ring that was just answered, is asked about, ended properly, and the desk is left in order. */
export class Quit {
  readonly #deps: QuitDeps;
  #stage: 'staying' | 'asking' | 'leaving' | 'left' = 'staying';

  constructor(deps: QuitDeps) {
    this.#deps = deps;
    deps.app.on('before-quit', (event) => {
      if (this.#stage === 'left') return;
      event.preventDefault();
      if (this.#stage === 'staying') void this.#leave();
    });
  }

  /** Windows hide at their close button until then. */
  readonly isQuitting = (): boolean => this.#stage === 'left';

  async #leave(): Promise<void> {
    const { app, desk, afterwards, log } = this.#deps;
    const live = liveCall(desk.getView());
    if (live !== null) {
      this.#stage = 'asking';
      if (!(await this.#confirm(live))) {
        this.#stage = 'staying';
        return;
      }
    }
    this.#stage = 'leaving';
    const left = liveCall(desk.getView());
    if (left !== null) await within(patienceMs, this.#end(left));
    await within(patienceMs, desk.stop()).catch((error: unknown) => log.warn('desk not stopped', { error }));
    afterwards();
    this.#stage = 'left';
    app.quit();
  }

  async #confirm(live: Live): Promise<boolean> {
    const { response } = await this.#deps.dialog.showMessageBox({
      type: 'question',
      message: live.end === 'end' ? 'You are on a call.' : 'You are answering a call.',
      detail: 'Quitting Ringdesk ends it.',
      buttons: ['Stay on the call', 'End call and quit'],
      defaultId: 0,
      cancelId: 0,
    });
    return response === 1;
  }

  async #end({ callId, end }: Live): Promise<void> {
    const { desk } = this.#deps;
    const over = new Promise<void>((resolve) => {
      const stop = desk.subscribe((view) => {
        if (liveCall(view)?.callId === callId) return;
        stop();
        resolve();
      });
    });
    await desk.command({ kind: end, callId });
    await over;
  }
}

/** `end`: the command that ends it, wherever it stands. */
type Live = { callId: string; end: 'end' | 'decline' };

/** A ring whose answer is under way is the caller's call already. */
function liveCall({ call, ring }: DeskView): Live | null {
  if (call !== null) return { callId: call.callId, end: 'end' };
  return ring?.answering === true ? { callId: ring.callId, end: 'decline' } : null;
}

function within(milliseconds: number, work: Promise<void>): Promise<void> {
  return Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, milliseconds))]);
}
