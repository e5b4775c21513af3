import type { PhoneNumber } from '../numbers/phone-number.ts';

/** A call button in a message; good until an instant, ms. */
export type CallButton = {
  readonly number: PhoneNumber;
  readonly payload: string | undefined;
  readonly until: number;
};

/** What businesses wrote to customers, as far as anything follows from it: messages they have not read, and call buttons. */
export class Inbox {
  readonly #unread = new Map<string, (() => void)[]>();
  readonly #buttons = new Map<string, CallButton>();

  /** @param read tells the business that it was read */
  arrived(customerId: string, read: () => void): void {
    this.#unread.set(customerId, [...(this.#unread.get(customerId) ?? []), read]);
  }

  readAll(customerId: string): void {
    const unread = this.#unread.get(customerId) ?? [];
    this.#unread.delete(customerId);
    for (const read of unread) read();
  }

  gotButton(customerId: string, button: CallButton): void {
    this.#buttons.set(customerId, button);
  }

  /** The newest button of a customer; null when there is none that is good at `now`. */
  buttonOf(customerId: string, now: number): CallButton | null {
    const button = this.#buttons.get(customerId);
    return button !== undefined && now < button.until ? button : null;
  }
}
