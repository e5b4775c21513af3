import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedCard, mostTags, tidyTags } from './card.ts';
import { type Keys, type KnownCustomer, recognise } from './identity.ts';
import { alsoCalled, joined, type KeptCustomer } from './joined.ts';

/** A book of customers that hears of contacts, as the relay keeps one: each contact leaves a mark on the customer who it was. */
type Book = (KnownCustomer & { marks: string[] })[];

function hear(book: Book, contact: Keys & { mark: string }): Book {
  const { stays, joins, losesNumber } = recognise(book, contact);
  const gone = book.filter(({ id }) => joins.includes(id));
  const met = book.find(({ id }) => id === stays) ?? {
    id: `customer-${String(book.length).padStart(3, '0')}-${contact.mark}`,
    createdAt: book.length,
    bsuid: null,
    phone: null,
    marks: [],
  };
  const next = {
    ...met,
    bsuid: met.bsuid ?? gone.find(({ bsuid }) => bsuid !== null)?.bsuid ?? contact.bsuid,
    phone: contact.phone ?? met.phone ?? gone.find(({ phone }) => phone !== null)?.phone ?? null,
    marks: [...new Set([...met.marks, ...gone.flatMap(({ marks }) => marks), contact.mark])],
  };
  const others = book.filter(({ id }) => id !== met.id && !joins.includes(id));
  return [...others.map((one) => (losesNumber.includes(one.id) ? { ...one, phone: null } : one)), next];
}

/** Who is in a book, without the ids it gave them. */
const people = (book: Book) =>
  book
    .map(({ bsuid, phone, marks }) => `${bsuid} ${phone} ${[...marks].sort()}`)
    .filter((one) => one !== '')
    .sort();

/** A person of whom a webhook tells the user id, the number, or both. */
const contactOf = (person: number) =>
  fc.constantFrom(
    { bsuid: `US.${person}`, phone: null },
    { bsuid: null, phone: `+49${person}` },
    { bsuid: `US.${person}`, phone: `+49${person}` },
  );
const contacts = fc
  .array(fc.integer({ min: 1, max: 3 }).chain(contactOf), { minLength: 1, maxLength: 10 })
  .map((all) => all.map((contact, index) => ({ ...contact, mark: `m${index}` })));

describe('who a contact is', () => {
  it('is the same in the end, in whatever order and however often webhooks tell of them', () => {
    const shuffled = contacts.chain((all) =>
      fc.record({
        all: fc.constant(all),
        other: fc
          .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.array(fc.constantFrom(...all)))
          .map(([order, again]) => [...order, ...again]),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ all, other }) => {
        expect(people(other.reduce(hear, []))).toEqual(people(all.reduce(hear, [])));
      }),
    );
  });

  it('never makes one of two user ids, and loses nothing, also when numbers are handed on', () => {
    const wild = fc
      .array(
        fc.record({
          bsuid: fc.option(fc.constantFrom('US.1', 'US.2', 'US.3')),
          phone: fc.option(fc.constantFrom('+491', '+492')),
        }),
      )
      .map((all) =>
        all.filter(({ bsuid, phone }) => bsuid ?? phone).map((one, index) => ({ ...one, mark: `m${index}` })),
      );
    fc.assert(
      fc.property(wild, (all) => {
        const book = all.reduce(hear, []);
        const ids = all.flatMap(({ bsuid }) => bsuid ?? []);
        expect(book.flatMap(({ bsuid }) => bsuid ?? []).sort()).toEqual([...new Set(ids)].sort());
        expect(book.flatMap(({ marks }) => marks).sort()).toEqual(all.map(({ mark }) => mark).sort());
        for (const { bsuid, mark } of all) {
          if (bsuid !== null) expect(book.find((one) => one.marks.includes(mark))?.bsuid).toBe(bsuid);
        }
        const numbers = book.flatMap(({ phone }) => phone ?? []);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });
});

const word = fc.constantFrom('Ada', 'Bo', 'VIP', 'vip', 'late payer');
const kept: fc.Arbitrary<KeptCustomer> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  createdAt: fc.integer({ min: 0, max: 3 }),
  bsuid: fc.constant(null),
  phone: fc.constant('+491'),
  name: fc.option(word),
  username: fc.option(word),
  givenName: fc.option(word),
  notes: fc.array(word, { maxLength: 3 }).map((lines) => [...new Set(lines)].join('\n\n')),
  tags: fc.array(word, { maxLength: 3 }).map(tidyTags),
  assignedTo: fc.option(fc.constantFrom('sari', 'dewi')),
  seenAt: fc.integer({ min: 0, max: 9 }),
});
const pair = fc.tuple(kept, kept).filter(([one, other]) => one.id !== other.id);
const notesOf = ({ notes }: KeptCustomer) => (notes === '' ? [] : notes.split('\n\n'));

describe('two who are one', () => {
  it('are the same whichever comes first, and joined again', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const both = joined(one, other);
        expect(joined(other, one)).toEqual(both);
        expect(joined(both, both)).toEqual(both);
        expect(joined(both, one).tags).toEqual(both.tags);
      }),
    );
  });

  it('lose nothing that somebody wrote', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const both = joined(one, other);
        for (const half of [one, other]) {
          expect(notesOf(both)).toEqual(expect.arrayContaining(notesOf(half)));
          const keys = both.tags.map((tag) => tag.toLowerCase());
          expect(keys).toEqual(expect.arrayContaining(half.tags.map((tag) => tag.toLowerCase())));
          const { givenName } = half;
          if (givenName !== null && givenName !== both.givenName)
            expect(notesOf(both)).toContain(alsoCalled(givenName));
          if (half.assignedTo !== null) expect(both.assignedTo).not.toBeNull();
        }
      }),
    );
  });
});

const card = fc.record({
  givenName: fc.option(word),
  notes: word,
  tags: fc.array(word, { maxLength: 3 }).map(tidyTags),
  assignedTo: fc.option(fc.constantFrom('sari', 'dewi')),
});

describe('what agents write about a customer', () => {
  it('is never written over unseen, and said twice it is said once', () => {
    fc.assert(
      fc.property(card, card, word, (mine, theirs, added) => {
        const change = {
          notes: { was: mine.notes, is: `${mine.notes}!` },
          tags: { add: [added], remove: mine.tags },
          assignedTo: { was: mine.assignedTo, is: 'rafa' },
        };
        const done = changedCard(mine, change);
        if (!done.ok) throw new Error(done.why);
        expect(done.card).toEqual({ ...mine, notes: `${mine.notes}!`, tags: [added], assignedTo: 'rafa' });
        expect(changedCard(done.card, change)).toEqual(done);
        expect(changedCard(theirs, change).ok).toBe(
          theirs.notes === mine.notes && theirs.assignedTo === mine.assignedTo,
        );
      }),
    );
  });

  it('has a number of tags that can be read', () => {
    const tags = Array.from({ length: mostTags }, (_, index) => `tag ${index}`);
    const full = { givenName: null, notes: '', tags, assignedTo: null };
    expect(changedCard(full, { tags: { add: ['one more'], remove: [] } })).toEqual({ ok: false, why: 'tooManyTags' });
    expect(changedCard(full, { tags: { add: ['one more'], remove: ['TAG 3'] } }).ok).toBe(true);
  });
});
