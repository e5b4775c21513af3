import { useCallback, useState } from 'react';
import type { TemplatesToSend } from '../../../src/contract/api/talk.ts';
import type { Channel, Customer } from '../../../src/contract/desk/words.ts';
import {
  type Purpose,
  previewOfFilled,
  type SendableTemplate,
  type Values,
  whyNotSend,
} from '../../../src/domain/templates/sendable.ts';
import { variablesOf } from '../../../src/domain/templates/variables.ts';
import { useHost } from '../../host/desk-store.ts';
import { Combo } from '../../kit/combo.tsx';
import { Field } from '../../kit/field.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import { useSending } from '../../kit/use-sending.ts';
import { DialogEnd, InPlaceDialog } from '../customers/in-place-dialog.tsx';
import { TemplatePreview } from '../templates/template-preview.tsx';
import { categoryWords, languageName } from '../templates/words.ts';
import { customerName } from '../words/customer.ts';
import styles from './composer.module.css';
import { LifeChoice, usualLife } from './life-choice.tsx';

type TemplateLetterProps = {
  purpose: Purpose;
  customer: Customer;
  channel: Channel;
  onDone: () => void;
  onClose: () => void;
};

const noWords: Values = { header: {}, body: {} };

/** Writes to a customer, or invites them to call, by an approved template: its words, what they will read, and what that costs. */
export function TemplateLetter({ purpose, customer, channel, onDone, onClose }: TemplateLetterProps) {
  const host = useHost();
  const customerId = customer.id;
  const channelId = channel.id;
  const asked = useCallback(
    () => host.customers.templates({ customerId, channelId, purpose }),
    [host, customerId, channelId, purpose],
  );
  const { answer: known, problem: unknown } = useAnswer(asked, 'The templates cannot be fetched. Try again.');
  const [chosen, setChosen] = useState(0);
  const [values, setValues] = useState(noWords);
  const [minutes, setMinutes] = useState(usualLife);
  const { sending, problem, send } = useSending('The template could not be sent. Try again.');
  // Pressed twice, or sent again after a lost answer, it is the same message.
  const [messageId] = useState(() => crypto.randomUUID());
  const invites = purpose === 'callInvitation';
  const template = known?.templates[chosen] ?? null;
  const write = async () => {
    if (template === null) return;
    const { name, language } = template;
    const letter = { messageId, template: { name, language }, values, minutes: invites ? minutes : null };
    await host.customers.template({ customerId, channelId, ...letter });
    onDone();
  };
  const name = customerName(customer);
  return (
    <InPlaceDialog
      role="dialog"
      title={invites ? 'Invite to call' : 'Write by a template'}
      sentence={
        invites
          ? `${name} gets a template with a button. When they press it, the call rings you first, if you are ready.`
          : `${name} gets one of your company’s approved templates. When they answer, you can write freely.`
      }
      onClose={onClose}
    >
      {known !== null && known.templates.length > 1 ? (
        <Combo
          label="Template"
          options={known.templates.map((one, index) => ({
            id: String(index),
            text: `${one.name} · ${languageName(one.language)}`,
          }))}
          value={String(chosen)}
          onChange={(id) => {
            setChosen(Number(id));
            setValues(noWords);
          }}
        />
      ) : null}
      {template === null ? null : (
        <>
          <WordFields template={template} values={values} onChange={setValues} />
          {invites ? <LifeChoice minutes={minutes} onChange={setMinutes} /> : null}
          <TemplatePreview preview={previewOfFilled(template, values)} />
          <p className={styles.window}>{costWords(template)}</p>
        </>
      )}
      <DialogEnd
        word="Send"
        why={whyNot(known, template, values, sending)}
        problem={problem ?? unknown}
        onDo={() => void send(write)}
        onClose={onClose}
      />
    </InPlaceDialog>
  );
}

type WordFieldsProps = { template: SendableTemplate; values: Values; onChange: (values: Values) => void };

/** A field for each word that the template leaves open. */
function WordFields({ template, values, onChange }: WordFieldsProps) {
  const open = [
    ...variablesOf(template.header ?? '').map((name) => ({
      part: 'header' as const,
      name,
      label: `Header {{${name}}}`,
    })),
    ...variablesOf(template.body).map((name) => ({ part: 'body' as const, name, label: `Text {{${name}}}` })),
  ];
  return open.map(({ part, name, label }) => (
    <Field
      key={`${template.name}/${template.language}/${part}/${name}`}
      label={label}
      name={`word-${part}-${name}`}
      value={values[part][name] ?? ''}
      onChange={(word) => onChange({ ...values, [part]: { ...values[part], [name]: word } })}
    />
  ));
}

function costWords({ category }: SendableTemplate): string {
  return `Billed by WhatsApp as a template of the category “${categoryWords(category)}”: the customer was not in touch within 24 hours.`;
}

function whyNot(
  known: TemplatesToSend | null,
  template: SendableTemplate | null,
  values: Values,
  sending: boolean,
): string | null {
  if (sending) return 'It is on its way.';
  if (known === null) return 'Possible as soon as it is known which templates there are.';
  if (template === null) return known.problem ?? 'There is no template for this.';
  return whyNotSend(template, values);
}
