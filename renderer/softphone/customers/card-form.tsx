import { useState } from 'react';
import type { CustomerPage } from '../../../src/contract/api/customers.ts';
import { longestName, longestNotes, longestTag, tagKey, tidyTags } from '../../../src/domain/customers/card.ts';
import { useHost } from '../../host/desk-store.ts';
import { Field } from '../../kit/field.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { useSending } from '../../kit/use-sending.ts';
import { DialogEnd, InPlaceDialog } from './in-place-dialog.tsx';

type CardFormProps = {
  customer: CustomerPage['customer'];
  card: CustomerPage['card'];
  onDone: () => void;
  onClose: () => void;
};

/** Changes a customer's name, notes and tags. What a colleague changes meanwhile is said when it is saved. */
export function CardForm({ customer, card, onDone, onClose }: CardFormProps) {
  const host = useHost();
  const ownName = customer.ownName ?? (card.givenName === null ? customer.name : null);
  const [name, setName] = useState(card.givenName ?? '');
  const [notes, setNotes] = useState(card.notes);
  const [tags, setTags] = useState(card.tags.join(', '));
  const { sending: saving, problem, send } = useSending('This could not be saved. Try again.');
  // What was there when the form was opened.
  const [seen] = useState(card);
  const tooLong = whatIsTooLong(name, tags);
  const save = async () => {
    // Tried again, the agent has seen what a colleague wrote meanwhile.
    const known = { ...(problem === null ? seen : card), tags: seen.tags };
    await host.customers.edit({ customerId: customer.id, change: changeOf(known, name, notes, tags) });
    onDone();
  };
  return (
    <InPlaceDialog role="dialog" title="About this customer" sentence="Your colleagues see it too." onClose={onClose}>
      <Field
        label="Name"
        name="givenName"
        value={name}
        onChange={setName}
        hint={ownName === null ? 'What your company calls them.' : `Empty: as they call themselves, ${ownName}.`}
      />
      <TextArea label="Notes" longest={longestNotes} value={notes} onChange={setNotes} />
      {card.notes === seen.notes ? null : <p dir="auto">A colleague wrote meanwhile: {card.notes}</p>}
      <Field label="Tags" name="tags" value={tags} onChange={setTags} hint="With commas between." />
      <DialogEnd
        word="Save"
        why={saving ? 'It is being saved.' : tooLong}
        problem={problem}
        onDo={() => void send(save)}
        onClose={onClose}
      />
    </InPlaceDialog>
  );
}

type Card = CustomerPage['card'];

function changeOf(seen: Card, typedName: string, notes: string, typedTags: string) {
  const name = typedName.trim() === '' ? null : typedName.trim();
  const tags = tidyTags(typedTags.split(','));
  const has = (all: readonly string[], tag: string) => all.some((one) => tagKey(one) === tagKey(tag));
  return {
    ...(name === seen.givenName ? {} : { givenName: { was: seen.givenName, is: name } }),
    ...(notes === seen.notes ? {} : { notes: { was: seen.notes, is: notes } }),
    tags: {
      add: tags.filter((tag) => !has(seen.tags, tag)),
      remove: seen.tags.filter((tag) => !has(tags, tag)),
    },
  };
}

function whatIsTooLong(name: string, tags: string): string | null {
  if (name.trim().length > longestName) return `A name has at most ${longestName} letters.`;
  if (tidyTags(tags.split(',')).some((tag) => tag.length > longestTag))
    return `A tag has at most ${longestTag} letters.`;
  return null;
}
