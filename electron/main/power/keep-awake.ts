import type { PowerSaveBlocker } from 'electron';
import type { DeskView } from '../../../src/contract/window/view.ts';

/** The computer does not fall asleep under a call; its screen may. */
export class KeepAwake {
  readonly #blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>;
  #id: number | null = null;

  constructor(blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>) {
    this.#blocker = blocker;
  }

  /** Safe to repeat with the same view. */
  render(view: DeskView): void {
    if (view.call !== null && this.#id === null) this.#id = this.#blocker.start('prevent-app-suspension');
    if (view.call === null && this.#id !== null) {
      this.#blocker.stop(this.#id);
      this.#id = null;
    }
  }
}
