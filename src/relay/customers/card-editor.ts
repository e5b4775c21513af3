import type { CardChange, CustomerPage } from '../../contract/api/customers.ts';
import { changedCard, mostTags } from '../../domain/customers/card.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import { HttpProblem } from '../http/problem.ts';
import { saveTags, tagsOf } from '../store/customer-tags.ts';
import type { CustomerAnnouncer } from './announcer.ts';
import { cardOf, colleaguesFor } from './card.ts';

type Deps = { desk: CallDesk; customers: CustomerAnnouncer };

/** Writes down what agents know about a customer, for all of their colleagues. */
export class CardEditor {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @throws HttpProblem 409 when a colleague changed the same meanwhile */
  async edit(customerId: string, change: CardChange): Promise<CustomerPage['card']> {
    const changed = await this.#deps.desk.transact(async (trx) => {
      const row = await trx.selectFrom('customer').selectAll().where('id', '=', customerId).executeTakeFirst();
      if (row === undefined) throw new HttpProblem(404, 'customer', 'This customer is not known on your numbers.');
      const { given_name, notes, assigned_to: assignedTo } = row;
      const before = { givenName: given_name, notes, assignedTo, tags: await tagsOf(trx, customerId) };
      const result = changedCard(before, change);
      if (!result.ok) throw new HttpProblem(409, `card.${result.why}`, whyNot[result.why]);
      const { card } = result;
      if (card.assignedTo !== null && card.assignedTo !== assignedTo) {
        const able = await colleaguesFor(trx, customerId);
        if (!able.some(({ id }) => id === card.assignedTo))
          throw new HttpProblem(409, 'card.notAble', 'This colleague takes no calls of this customer. Choose another.');
      }
      const columns = { given_name: card.givenName, notes: card.notes, assigned_to: card.assignedTo };
      await trx.updateTable('customer').set(columns).where('id', '=', customerId).execute();
      if (change.tags) await saveTags(trx, customerId, card.tags);
      return cardOf(trx, { ...row, ...columns });
    });
    this.#deps.customers.changed(customerId);
    return changed;
  }
}

const whyNot = {
  givenName: 'A colleague has changed the name meanwhile. Look at it, then save yours again.',
  notes: 'A colleague has changed the notes meanwhile. Copy yours, look at theirs, then save again.',
  assignedTo: 'A colleague has assigned this customer meanwhile. Look at it, then save again.',
  tooManyTags: `A customer has at most ${mostTags} tags. Take one away first.`,
};
