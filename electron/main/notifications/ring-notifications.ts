import type { DeskView } from '../../../src/contract/window/view.ts';
import type { Log } from '../../../src/desk/ports.ts';
import { ringWords } from './ring-words.ts';
import { type Notifier, type ShownNotification, showNotification } from './show.ts';

export type RingNotificationsDeps = { notifier: Notifier; bringToFront: () => void; log: Log };

/** One notification for each ring, gone when the ring is over or answered. */
export class RingNotifications {
  readonly #deps: RingNotificationsDeps;
  #up: { ringId: string; notification: ShownNotification } | null = null;

  constructor(deps: RingNotificationsDeps) {
    this.#deps = deps;
  }

  /** Safe to repeat with the same view. */
  render(view: DeskView): void {
    const ring = view.ring !== null && !view.ring.answering ? view.ring : null;
    if (this.#up?.ringId === ring?.ringId) return;
    this.#up?.notification.close();
    this.#up = null;
    if (ring === null) return;
    const { notifier, bringToFront, log } = this.#deps;
    const notification = showNotification(
      notifier,
      { ...ringWords(ring), silent: false, urgency: 'critical', timeoutType: 'never' },
      bringToFront,
    );
    this.#up = { ringId: ring.ringId, notification };
    void notification.outcome.then((outcome) => {
      const facts = { callId: ring.callId, ...outcome };
      if (outcome.status === 'shown') log.info('ring notification', facts);
      else log.warn('ring notification', facts);
    });
  }
}
