import type { CardChange } from '../../contract/api/customers.ts';
import { type CustomerCard, changedCard, mostTags } from '../../domain/customers/card.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import { HttpProblem } from '../http/problem.ts';
import { saveTags, tagsOf } from '../store/customer-tags.ts';
import type { CustomerAnnouncer } from './announcer.ts';

type Deps = { desk: CallDesk; customers: CustomerAnnouncer };

/** Writes down what agents know about a customer, for all of their colleagues. */
export class CardEditor {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws HttpProblem 409 when a colleague changed the same meanwhile */
  async edit(customerId: string, change: CardChange): Promise<CustomerCard> {
    const changed = await this.#deps.desk.transact(async (trx) => {
      const row = await trx.selectFrom('customer').selectAll().where('id', '=', customerId).executeTakeFirst();
      if (row === undefined) throw new HttpProblem(404, 'customer', 'This customer is not known on your numbers.');
      const tags = await tagsOf(trx, customerId);
      const result = changedCard({ givenName: row.given_name, notes: row.notes, tags }, change);
      if (!result.ok) throw new HttpProblem(409, `card.${result.why}`, whyNot[result.why]);
      const { givenName, notes } = result.card;
      await trx.updateTable('customer').set({ given_name: givenName, notes }).where('id', '=', customerId).execute();
      if (change.tags) await saveTags(trx, customerId, result.card.tags);
      return result.card;
    });
    this.#deps.customers.changed(customerId);
    return changed;
  }
}

const whyNot = {
  givenName: 'A colleague has changed the name meanwhile. Look at it, then save yours again.',
  notes: 'A colleague has changed the notes meanwhile. Copy yours, look at theirs, then save again.',
  tooManyTags: `A customer has at most ${mostTags} tags. Take one away first.`,
};
