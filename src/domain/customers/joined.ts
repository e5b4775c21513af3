import { type CustomerCard, tidyTags } from './card.ts';
import { byAge, type KnownCustomer } from './identity.ts';

/** Everything that is kept with a customer. What happened with them (calls, messages, facts about permission) is kept by their id. */
export type KeptCustomer = KnownCustomer &
  CustomerCard & {
    /** As the customer calls themselves. */
    name: string | null;
    username: string | null;
    seenAt: number;
  };

/**
 * Two who turned out to be one person, as one. Nothing that somebody wrote is lost: notes stand one after the other, and a second name that
 * agents gave is noted. Whichever comes first, the result is the same, and joined again it stays.
 */
export function joined(one: KeptCustomer, other: KeptCustomer): KeptCustomer {
  const [first, second] = byAge(one, other) <= 0 ? [one, other] : [other, one];
  const givenName = first.givenName ?? second.givenName;
  const otherName = second.givenName === null || second.givenName === givenName ? [] : [alsoCalled(second.givenName)];
  return {
    id: first.id,
    createdAt: first.createdAt,
    bsuid: first.bsuid ?? second.bsuid,
    phone: first.phone ?? second.phone,
    name: first.name ?? second.name,
    username: first.username ?? second.username,
    seenAt: Math.max(first.seenAt, second.seenAt),
    givenName,
    notes: paragraphs([first.notes, second.notes, ...otherName]),
    tags: tidyTags([...first.tags, ...second.tags]),
    assignedTo: first.assignedTo ?? second.assignedTo,
  };
}

/** As it is noted that a customer had another name here too. */
export function alsoCalled(name: string): string {
  return `Also called ${name}.`;
}

/** Each paragraph once, in the order in which they come. */
function paragraphs(notes: readonly string[]): string {
  const all = notes.flatMap((text) => text.split(/\n{2,}/)).filter((text) => text.trim() !== '');
  return [...new Set(all)].join('\n\n');
}
