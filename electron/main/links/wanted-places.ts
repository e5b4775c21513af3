import type { WantedPlace } from '../../../src/contract/window/wanted-place.ts';
import type { Log } from '../../../src/desk/ports.ts';
import { readCallLink } from './call-link.ts';

export type WantedPlacesDeps = {
  bringToFront: () => void;
  /** Tells the window that something waits for it. */
  tell: () => void;
  log: Log;
};

/**
 * What the window is asked to show, kept until it takes it: a link may come before the app is ready (macOS), and the window shows no
 * places before somebody has signed in. Nothing is ever dialled.
 */
export class WantedPlaces {
  #deps: WantedPlacesDeps | null = null;
  #link: string | null = null;
  #waiting: WantedPlace | null = null;

  /** From now on there is a window; a link that came before is opened. */
  start(deps: WantedPlacesDeps): void {
    this.#deps = deps;
    if (this.#link !== null) this.openLink(this.#link);
  }

  openLink(address: string): void {
    if (this.#deps === null) {
      this.#link = address;
      return;
    }
    const link = readCallLink(address);
    if (link.status === 'number') this.open({ place: 'whoHas', number: link.number });
    else this.open({ place: 'nowhere', problem: link.problem });
    this.#deps.log.info('link', {
      status: link.status,
      ...(link.status === 'refused' ? { code: link.problem.code } : {}),
    });
  }

  open(wanted: WantedPlace): void {
    this.#waiting = wanted;
    this.#deps?.bringToFront();
    this.#deps?.tell();
  }

  /** For the window; what is taken is gone. */
  take(): WantedPlace | null {
    const wanted = this.#waiting;
    this.#waiting = null;
    return wanted;
  }
}
