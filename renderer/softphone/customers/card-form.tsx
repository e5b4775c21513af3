import { useCallback, useState } from 'react';
import type { Colleague, CustomerPage } from '../../../src/contract/api/customers.ts';
import { longestName, longestNotes, longestTag, tidyTags } from '../../../src/domain/customers/card.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { agentOf } from '../../host/selectors.ts';
import { Combo } from '../../kit/combo.tsx';
import { Field } from '../../kit/field.tsx';
import { Row } from '../../kit/row.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import { useSending } from '../../kit/use-sending.ts';
import { cardChange } from './card-change.ts';
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
    // Tried again, the agent has seen what a colleague changed meanwhile.
    const known = problem === null ? seen : card;
    const wanted = {
      name: name.trim() || null,
      notes,
      tags: tidyTags(tags.split(',')),
      assigned: assigned?.id ?? null,
    };
    await host.customers.edit({ customerId: customer.id, change: cardChange(seen, known, wanted) });
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
      {card.givenName === seen.givenName ? null : (
        <p dir="auto">A colleague calls them meanwhile: {card.givenName ?? 'as they call themselves'}.</p>
      )}
      <TextArea label="Notes" longest={longestNotes} value={notes} onChange={setNotes} />
      {card.notes === seen.notes ? null : <p dir="auto">A colleague wrote meanwhile: {card.notes}</p>}
      <Field label="Tags" name="tags" value={tags} onChange={setTags} hint="With commas between." />
      <Row name="Assigned to" hint={unknown ?? 'Their calls ring there first.'}>
        <Combo
          label="Assigned to"
          options={choices(colleagues ?? [], assigned, self?.id)}
          value={assigned?.id ?? nobody}
          onChange={(id) => setAssigned(colleagues?.find((one) => one.id === id) ?? null)}
          why={colleagues === null ? (unknown ?? 'Your colleagues are being listed.') : null}
        />
        {card.assignedTo?.id === seen.assignedTo?.id ? null : (
          <p dir="auto">A colleague assigned them meanwhile to {card.assignedTo?.name ?? 'nobody'}.</p>
        )}
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

const nobody = 'nobody';

/** Nobody first, then whoever chooses, then the others; also whom it is assigned to although they could not be chosen now. */
function choices(colleagues: readonly Colleague[], assigned: Colleague | null, self: string | undefined) {
  const known = assigned === null || colleagues.some(({ id }) => id === assigned.id);
  const all = known ? colleagues : [assigned, ...colleagues];
  const you = all.filter(({ id }) => id === self).map(({ id, name }) => ({ id, text: `${name} (you)` }));
  const others = all.filter(({ id }) => id !== self).map(({ id, name }) => ({ id, text: name }));
  return [{ id: nobody, text: 'Nobody' }, ...you, ...others];
}

function whatIsTooLong(name: string, tags: string): string | null {
  if (name.trim().length > longestName) return `A name has at most ${longestName} letters.`;
  if (tidyTags(tags.split(',')).some((tag) => tag.length > longestTag))
    return `A tag has at most ${longestTag} letters.`;
  return null;
}
