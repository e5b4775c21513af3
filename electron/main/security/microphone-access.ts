import type { SystemPreferences } from 'electron';
import type { DeskView } from '../../../src/contract/window/view.ts';
import type { Log } from '../../../src/desk/ports.ts';

/** macOS asks the person once whether Ringdesk may hear them; best before the first call, not during it. */
export class MicrophoneAccess {
  readonly #system: Pick<SystemPreferences, 'askForMediaAccess'>;
  readonly #log: Log;
  #asked: boolean;

  constructor(system: Pick<SystemPreferences, 'askForMediaAccess'>, deps: { platform: string; log: Log }) {
    this.#system = system;
    this.#log = deps.log;
    this.#asked = deps.platform !== 'darwin';
  }

  /** Safe to repeat with the same view. */
  render(view: DeskView): void {
    if (this.#asked || view.session.status !== 'signedIn') return;
    this.#asked = true;
    this.#system.askForMediaAccess('microphone').then(
      (granted) => this.#log.info('microphone access', { granted }),
      (error: unknown) => this.#log.warn('microphone access not asked', { error }),
    );
  }
}
