import type { CardChange, CustomerPage } from '../../../src/contract/api/customers.ts';
import { tagKey } from '../../../src/domain/customers/card.ts';

type Card = CustomerPage['card'];

/** What stands in the form; `assigned` is an agent's id. */
export type CardWanted = { name: string | null; notes: string; tags: readonly string[]; assigned: string | null };

/**
 * Only what was changed in the form: what a colleague changed elsewhere on the card stays.
 *
 * @param seen the card when the form was opened
 * @param known what the agent has seen of it by now: what they write over knowingly
 */
export function cardChange(seen: Card, known: Card, { name, notes, tags, assigned }: CardWanted): CardChange {
  const has = (all: readonly string[], tag: string) => all.some((one) => tagKey(one) === tagKey(tag));
  return {
    ...(name === seen.givenName ? {} : { givenName: { was: known.givenName, is: name } }),
    ...(notes === seen.notes ? {} : { notes: { was: known.notes, is: notes } }),
    ...(assigned === (seen.assignedTo?.id ?? null)
      ? {}
      : { assignedTo: { was: known.assignedTo?.id ?? null, is: assigned } }),
    tags: {
      add: tags.filter((tag) => !has(seen.tags, tag)),
      remove: seen.tags.filter((tag) => !has(tags, tag)),
    },
  };
}
