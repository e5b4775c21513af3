import { useCallback, useState } from 'react';
import type { AskPlan } from '../../../src/contract/api/customers.ts';
import type { Channel, Customer } from '../../../src/contract/desk/words.ts';
import { previewOfAsk } from '../../../src/domain/permission/template.ts';
import { useHost } from '../../host/desk-store.ts';
import { Combo } from '../../kit/combo.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import { useSending } from '../../kit/use-sending.ts';
import { TemplatePreview } from '../templates/template-preview.tsx';
import { languageName } from '../templates/words.ts';
import { customerName } from '../words/customer.ts';
import { comingWhen } from '../words/when.ts';
import styles from './ask-form.module.css';
import { DialogEnd, InPlaceDialog } from './in-place-dialog.tsx';

/** As long as WhatsApp takes it. */
const longest = 1024;

type AskFormProps = {
  customer: Customer;
  channel: Channel;
  /** By the relay's clock. */
  now: number;
  onDone: () => void;
  onClose: () => void;
};

/** Asks a customer for permission to call: what they will read, how it is sent, and what that costs. */
export function AskForm({ customer, channel, now, onDone, onClose }: AskFormProps) {
  const host = useHost();
  const customerId = customer.id;
  const channelId = channel.id;
  const asked = useCallback(() => host.customers.planAsk({ customerId, channelId }), [host, customerId, channelId]);
  const { answer: plan, problem: unknown } = useAnswer(asked, 'How to ask cannot be found out. Try again.');
  const { sending, problem, send } = useSending('The request could not be sent. Try again.');
  const [typed, setTyped] = useState('');
  // Pressed twice, or sent again after a lost answer, it is the same request.
  const [requestId] = useState(() => crypto.randomUUID());
  const [chosen, setChosen] = useState(0);
  const message = typed.trim();
  const template = plan?.by === 'template' ? (plan.templates[chosen] ?? null) : null;
  const ask = async () => {
    await host.customers.ask({ customerId, channelId, requestId, message, ...toldIn(plan), ...namedIn(template) });
    onDone();
  };
  const takesMessage = plan === null || plan.by === 'message' || (template !== null && template.variables > 0);
  return (
    <InPlaceDialog
      role="dialog"
      title="Ask for permission"
      sentence={`${customerName(customer)} can allow calls for a time, for good, or not at all.`}
      onClose={onClose}
    >
      {takesMessage ? (
        <TextArea
          label="Message"
          longest={longest}
          value={typed}
          placeholder={plan?.by === 'template' ? 'What the call is about' : 'We would like to call you about …'}
          onChange={setTyped}
        />
      ) : null}
      {plan?.by === 'template' && plan.templates.length > 1 ? (
        <Combo
          label="Template"
          options={plan.templates.map(({ name, language }, index) => ({
            id: String(index),
            text: `${name} · ${languageName(language)}`,
          }))}
          value={String(chosen)}
          onChange={(id) => setChosen(Number(id))}
        />
      ) : null}
      {template === null ? null : <TemplatePreview preview={previewOfAsk(template, message || null)} />}
      {plan === null ? null : <p className={styles.cost}>{costWords(plan, now)}</p>}
      <DialogEnd
        word="Send"
        why={whyNotSend(plan, template, message, sending)}
        problem={problem ?? unknown}
        onDo={() => void send(ask)}
        onClose={onClose}
      />
    </InPlaceDialog>
  );
}

/** How it is sent, and what that costs. */
function costWords(plan: AskPlan, now: number): string {
  switch (plan.by) {
    case 'message':
      return `Free: the customer was in touch within 24 hours, which counts until ${comingWhen(plan.until, now)}.`;
    case 'template':
      return 'Sent as an approved template and billed as a conversation: the customer was not in touch within 24 hours.';
    case 'nothing':
      return '';
  }
}

type Choice = Extract<AskPlan, { by: 'template' }>['templates'][number];

/** What the agent was told stands: it is sent so or not at all. */
function toldIn(plan: AskPlan | null) {
  return plan === null || plan.by === 'nothing' ? {} : { by: plan.by };
}

function namedIn(template: Choice | null) {
  return template === null ? {} : { template: { name: template.name, language: template.language } };
}

function whyNotSend(plan: AskPlan | null, template: Choice | null, message: string, sending: boolean): string | null {
  if (sending) return 'It is on its way.';
  if (plan === null) return 'Possible as soon as it is known how it can be sent.';
  if (plan.by === 'nothing') return plan.sentence;
  if (template !== null && template.variables > 0 && message === '')
    return 'Possible once you have written what the call is about.';
  return null;
}
