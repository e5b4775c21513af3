import type { DeskCommand, DeskView } from '../../../src/contract/window/view.ts';
import type { Log } from '../../../src/desk/ports.ts';
import { ringWords } from './ring-words.ts';
import { type Notifier, type ShownNotification, showNotification } from './show.ts';

export type RingNotificationsDeps = {
  notifier: Notifier;
  command: (command: DeskCommand) => void;
  bringToFront: () => void;
  log: Log;
};

/** Its buttons, where the system shows any, in this order. */
const uses = [
  { kind: 'answer', text: 'Answer' },
  { kind: 'decline', text: 'Decline' },
] as const;

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
    const { notifier, command, bringToFront, log } = this.#deps;
    const { callId } = ring;
    const actions = uses.map(({ text }) => ({ type: 'button' as const, text }));
    const notification = showNotification(
      notifier,
      { ...ringWords(ring), silent: false, urgency: 'critical', timeoutType: 'never', actions },
      bringToFront,
      (index) => {
        const use = uses[index];
        if (use !== undefined) command({ kind: use.kind, callId });
      },
    );
    this.#up = { ringId: ring.ringId, notification };
    void notification.outcome.then((outcome) => {
      const facts = { callId, ...outcome };
      if (outcome.status === 'shown') log.info('ring notification', facts);
      else log.warn('ring notification', facts);
    });
  }
}
