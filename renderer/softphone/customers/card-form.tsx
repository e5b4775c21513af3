import { useCallback, useState } from 'react';
import type { Colleague, CustomerPage } from '../../../src/contract/api/customers.ts';
import { longestName, longestNotes, longestTag, tagKey, tidyTags } from '../../../src/domain/customers/card.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { agentOf } from '../../host/selectors.ts';
import { Combo } from '../../kit/combo.tsx';
import { Field } from '../../kit/field.tsx';
import { Row } from '../../kit/row.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import { useSending } from '../../kit/use-sending.ts';
import { DialogEnd, InPlaceDialog } from './in-place-dialog.tsx';

type CardFormProps = {
  customer: CustomerPage['customer'];
  card: CustomerPage['card'];
  onDone: () => void;
  onClose: () => void;
};

/** Changes a customer's name, notes, tags and whose customer they are. What a colleague changes meanwhile is said when it is saved. */
export function CardForm({ customer, card, onDone, onClose }: CardFormProps) {
  const host = useHost();
  const ownName = customer.ownName ?? (card.givenName === null ? customer.name : null);
  const [name, setName] = useState(card.givenName ?? '');
  const [notes, setNotes] = useState(card.notes);
  const [tags, setTags] = useState(card.tags.join(', '));
  const [assigned, setAssigned] = useState(card.assignedTo);
  const self = useDesk(agentOf);
  const asked = useCallback(() => host.customers.colleagues(customer.id), [host, customer.id]);
  const { answer: colleagues, problem: unknown } = useAnswer(asked, 'Your colleagues cannot be listed now.');
  const { sending: saving, problem, send } = useSending('This could not be saved. Try again.');
  // What was there when the form was opened.
  const [seen] = useState(card);
  const tooLong = whatIsTooLong(name, tags);
  const save = async () => {
    // Tried again, the agent has seen what a colleague wrote meanwhile.
    const known = { ...(problem === null ? seen : card), tags: seen.tags };
    await host.customers.edit({ customerId: customer.id, change: changeOf(known, name, notes, tags, assigned) });
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
      <Row name="Assigned to" hint={unknown ?? 'When they call, it rings here first.'}>
        <Combo
          label="Assigned to"
          options={choices(colleagues ?? [], assigned, self?.id)}
          value={assigned?.id ?? nobody}
          onChange={(id) => setAssigned(colleagues?.find((one) => one.id === id) ?? null)}
          why={colleagues === null ? 'Your colleagues are being listed.' : null}
        />
      </Row>
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

const nobody = 'nobody';

/** Nobody first, then whoever chooses, then the others; also whom it is assigned to although they could not be chosen now. */
function choices(colleagues: readonly Colleague[], assigned: Colleague | null, self: string | undefined) {
  const known = assigned === null || colleagues.some(({ id }) => id === assigned.id);
  const all = known ? colleagues : [assigned, ...colleagues];
  const you = all.filter(({ id }) => id === self).map(({ id, name }) => ({ id, text: `${name} (you)` }));
  const others = all.filter(({ id }) => id !== self).map(({ id, name }) => ({ id, text: name }));
  return [{ id: nobody, text: 'Nobody' }, ...you, ...others];
}

function changeOf(seen: Card, typedName: string, notes: string, typedTags: string, assigned: Colleague | null) {
  const was = seen.assignedTo?.id ?? null;
  const is = assigned?.id ?? null;
  const name = typedName.trim() === '' ? null : typedName.trim();
  const tags = tidyTags(typedTags.split(','));
  const has = (all: readonly string[], tag: string) => all.some((one) => tagKey(one) === tagKey(tag));
  return {
    ...(name === seen.givenName ? {} : { givenName: { was: seen.givenName, is: name } }),
    ...(notes === seen.notes ? {} : { notes: { was: seen.notes, is: notes } }),
    ...(is === was ? {} : { assignedTo: { was, is } }),
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
