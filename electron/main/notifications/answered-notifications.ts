import type { AnsweredView, DeskCommand, DeskView } from '../../../src/contract/window/view.ts';
import type { Log } from '../../../src/desk/ports.ts';
import { answeredWords } from './answered-words.ts';
import { type Notifier, type ShownNotification, showNotification } from './show.ts';

export type AnsweredNotificationsDeps = {
  notifier: Notifier;
  /** Shows a customer in the window. */
  open: (customerId: string) => void;
  command: (command: DeskCommand) => void;
  bringToFront: () => void;
  log: Log;
};

/** One notification for what became of a request. A granted one has a button that calls, where the system shows buttons. */
export class AnsweredNotifications {
  readonly #deps: AnsweredNotificationsDeps;
  #shown: { of: string; notification: ShownNotification } | null = null;

  constructor(deps: AnsweredNotificationsDeps) {
    this.#deps = deps;
  }

  /** Safe to repeat with the same view. */
  render({ answered }: DeskView): void {
    const of = answered === null ? null : `${answered.customer.id} ${answered.at}`;
    if (this.#shown?.of === of) return;
    this.#shown?.notification.close();
    this.#shown = null;
    if (answered === null || of === null) return;
    const notification = this.#show(answered);
    this.#shown = { of, notification };
    void notification.outcome.then((outcome) => {
      const facts = { customerId: answered.customer.id, ...outcome };
      if (outcome.status === 'shown') this.#deps.log.info('answer notification', facts);
      else this.#deps.log.warn('answer notification', facts);
    });
  }

  #show(answered: AnsweredView): ShownNotification {
    const { notifier, open, command, bringToFront } = this.#deps;
    const { customer, channel, answer } = answered;
    const granted = answer.kind === 'granted';
    const options = {
      ...answeredWords(answered),
      silent: false,
      ...(granted ? { actions: [{ type: 'button' as const, text: 'Call' }] } : {}),
    };
    const call = () => {
      bringToFront();
      command({ kind: 'dial', channel, customer });
    };
    return showNotification(notifier, options, () => open(customer.id), call);
  }
}
