/** What agents wrote about a customer, for all of their colleagues. */
export type CustomerCard = {
  /** What the customer is called here; null: as they call themselves. */
  givenName: string | null;
  notes: string;
  /** Each once, whatever its case, in the order of the alphabet. */
  tags: readonly string[];
  /** The agent who is rung first when the customer calls; null: nobody (Q19). */
  assignedTo: string | null;
};

/** In UTF-16 units, as a field and a schema count. */
export const longestName = 100;
export const longestNotes = 4_000;
export const longestTag = 40;
export const mostTags = 20;

/** A tag as it is kept: without spaces around it or several in a row. */
export function tidyTag(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** By this two tags are the same. */
export function tagKey(tag: string): string {
  return tidyTag(tag).toLowerCase();
}

/** Each tag once; of two that differ in case alone always the same one stays. */
export function tidyTags(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags.map(tidyTag).filter((one) => one !== '')) {
    const before = kept.get(tagKey(tag));
    if (before === undefined || tag < before) kept.set(tagKey(tag), tag);
  }
  return [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag);
}

/** What an agent changed. `was` is what they saw: what a colleague wrote meanwhile is not written over unseen. */
export type CardChange = {
  givenName?: { was: string | null; is: string | null } | undefined;
  notes?: { was: string; is: string } | undefined;
  tags?: { add: readonly string[]; remove: readonly string[] } | undefined;
  assignedTo?: { was: string | null; is: string | null } | undefined;
};

export type ChangedCard =
  | { ok: true; card: CustomerCard }
  /** A colleague changed this meanwhile, or there would be too many tags. */
  | { ok: false; why: 'givenName' | 'notes' | 'assignedTo' | 'tooManyTags' };

/** Said again, a change changes nothing more. */
export function changedCard(card: CustomerCard, { givenName, notes, tags, assignedTo }: CardChange): ChangedCard {
  if (givenName && isOvertaken(card.givenName, givenName)) return { ok: false, why: 'givenName' };
  if (notes && isOvertaken(card.notes, notes)) return { ok: false, why: 'notes' };
  if (assignedTo && isOvertaken(card.assignedTo, assignedTo)) return { ok: false, why: 'assignedTo' };
  const gone = new Set(tags?.remove.map(tagKey));
  const kept = tidyTags([...card.tags.filter((tag) => !gone.has(tagKey(tag))), ...(tags?.add ?? [])]);
  if (kept.length > Math.max(mostTags, card.tags.length)) return { ok: false, why: 'tooManyTags' };
  return {
    ok: true,
    card: {
      givenName: givenName === undefined ? card.givenName : givenName.is,
      notes: notes === undefined ? card.notes : notes.is,
      tags: kept,
      assignedTo: assignedTo === undefined ? card.assignedTo : assignedTo.is,
    },
  };
}

function isOvertaken<Value>(now: Value, { was, is }: { was: Value; is: Value }): boolean {
  return now !== was && now !== is;
}
