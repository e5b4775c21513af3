/** Everyone on this WhatsApp. */
import { randomUUID } from 'node:crypto';
import { newBusinessScopedUserId } from '../ids.ts';
import { type Customer, type CustomerInput, customerInputSchema } from './customer.ts';

const onlyDigits = (value: string): string => value.replace(/\D/g, '');

export class Customers {
  readonly #byId = new Map<string, Customer>();
  readonly #byPhone = new Map<string, Customer>();
  readonly #byUserId = new Map<string, Customer>();

  /** Adds a customer, or changes the one with this phone or user id. */
  add(input: CustomerInput, person = false): Customer {
    const wanted = customerInputSchema.parse(input);
    const known =
      (wanted.userId === undefined ? undefined : this.#byUserId.get(wanted.userId)) ??
      (wanted.phone === undefined ? undefined : this.#byPhone.get(wanted.phone));
    const customer: Customer = {
      ...wanted,
      id: known?.id ?? randomUUID(),
      userId: wanted.userId ?? known?.userId ?? newBusinessScopedUserId(),
      person,
    };
    if (known?.phone !== undefined && known.phone !== customer.phone) this.#byPhone.delete(known.phone);
    this.#byId.set(customer.id, customer);
    this.#byUserId.set(customer.userId, customer);
    if (customer.phone !== undefined) this.#byPhone.set(customer.phone, customer);
    return customer;
  }

  get(id: string): Customer | undefined {
    return this.#byId.get(id);
  }

  /** As Graph addresses a customer: `to` is a phone and wins over `recipient`, a business-scoped user id. */
  addressed(to: string | undefined, recipient: string | undefined): Customer | undefined {
    if (to !== undefined) return this.#byPhone.get(onlyDigits(to));
    return recipient === undefined ? undefined : this.#byUserId.get(recipient);
  }

  all(): Customer[] {
    return [...this.#byId.values()];
  }
}
