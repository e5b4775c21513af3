/** Keeps the permission ledgers and tells the business what changed in them. Meta calling reference §4. */
import type { Behaviour } from '../behaviour.ts';
import { aboutNumber, contactOf } from '../calls/change.ts';
import { newWamid } from '../ids.ts';
import { ledgerOf, type PhoneNumber } from '../numbers/phone-number.ts';
import type { Change } from '../webhooks/change.ts';
import type { Customer } from './customer.ts';
import * as ledger from './permission-ledger.ts';

type Source = { readonly by: 'user_action' | 'automatic'; readonly contextId?: string };

export class Permissions {
  readonly #behaviour: () => Behaviour;
  readonly #send: (change: Change) => void;
  readonly #now: () => number;

  constructor(behaviour: () => Behaviour, send: (change: Change) => void, now: () => number) {
    this.#behaviour = behaviour;
    this.#send = send;
    this.#now = now;
  }

  get limits(): ledger.Limits {
    return ledger.limitsOf[this.#behaviour().limits];
  }

  /** The customer says yes (for seven days or for good) or no; the business hears it. */
  decide(number: PhoneNumber, customer: Customer, word: 'temporary' | 'permanent' | 'none', source: Source): void {
    const expiresAt = this.#now() + ledger.WEEK;
    const permission: ledger.Permission = word === 'temporary' ? { kind: 'temporary', expiresAt } : { kind: word };
    this.#change(number, customer, (now) => ledger.granted(now, permission));
    const seconds = String(Math.floor(expiresAt / 1000));
    const reply =
      word === 'none'
        ? { response: 'reject' }
        : {
            response: 'accept',
            is_permanent: word === 'permanent',
            ...(word === 'temporary' ? { expiration_timestamp: seconds } : {}),
          };
    this.#reply(number, customer, { ...reply, response_source: source.by }, source.contextId);
  }

  /** Sets the permission without a word to the business, as if it had been there before. */
  plant(number: PhoneNumber, customer: Customer, permission: ledger.Permission): void {
    this.#change(number, customer, (now) => ledger.granted(now, permission));
  }

  asked(number: PhoneNumber, customer: Customer): void {
    this.#change(number, customer, (now) => ledger.asked(now, this.#now()));
  }

  contacted(number: PhoneNumber, customer: Customer): void {
    this.#change(number, customer, (now) => ledger.contacted(now, this.#now()));
  }

  connected(number: PhoneNumber, customer: Customer, direction: 'user' | 'business'): void {
    this.#change(number, customer, (now) => ledger.connected(now, direction, this.#now()));
  }

  /** A user's call opens the window, answered or not; with callback on it also grants permission. */
  userCalled(number: PhoneNumber, customer: Customer, callId: string): void {
    this.contacted(number, customer);
    if (number.settings.callback_permission_status !== 'ENABLED') return;
    if (ledger.permissionAt(ledgerOf(number, customer.id), this.#now()).kind === 'permanent') return;
    this.decide(number, customer, 'temporary', { by: 'automatic', contextId: callId });
  }

  struck(number: PhoneNumber, customer: Customer): void {
    const { ledger: after, revoked } = ledger.struck(ledgerOf(number, customer.id), this.limits);
    number.ledgers.set(customer.id, after);
    if (revoked) this.#reply(number, customer, { response: 'reject', response_source: 'automatic' }, undefined);
  }

  #change(number: PhoneNumber, customer: Customer, change: (now: ledger.Ledger) => ledger.Ledger): void {
    number.ledgers.set(customer.id, change(ledgerOf(number, customer.id)));
  }

  #reply(number: PhoneNumber, customer: Customer, reply: Record<string, unknown>, contextId: string | undefined): void {
    const id = newWamid();
    this.#send({
      field: 'messages',
      about: { kind: 'message', id, word: 'call_permission_reply' },
      value: {
        ...aboutNumber(number),
        contacts: [contactOf(customer)],
        messages: [
          {
            ...(customer.phone === undefined ? {} : { from: customer.phone }),
            from_user_id: customer.userId,
            id,
            timestamp: String(Math.floor(this.#now() / 1000)),
            type: 'interactive',
            ...(contextId === undefined ? {} : { context: { from: number.displayPhone, id: contextId } }),
            interactive: { type: 'call_permission_reply', call_permission_reply: reply },
          },
        ],
      },
    });
  }
}
