import type { VoiceCommand, VoiceEvent, VoicePort } from '../../../../src/contract/window/voice.ts';

/**
 * The desk's line to the voice page. A page that has not said `started` (again) yet is told nothing: at `started` the desk plans anew
 * from what holds by then, so that nothing is done twice and nothing stale is done at all.
 */
export class VoiceLine implements VoicePort {
  readonly #push: (command: VoiceCommand) => void;
  readonly #listeners = new Set<(event: VoiceEvent) => void>();
  #up = false;

  constructor(push: (command: VoiceCommand) => void) {
    this.#push = push;
  }

  send(command: VoiceCommand): void {
    if (this.#up) this.#push(command);
  }

  listen(listener: (event: VoiceEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The page spoke. */
  take(event: VoiceEvent): void {
    if (event.kind === 'started') this.#up = true;
    if (!this.#up) return;
    for (const listener of this.#listeners) listener(event);
  }

  /** The page is gone or loads anew. */
  lose(): void {
    this.#up = false;
  }
}
