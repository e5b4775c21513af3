import { useEffect, useState } from 'react';
import type { AskPlan } from '../../../src/contract/api/customers.ts';
import type { Channel, Customer } from '../../../src/contract/desk/words.ts';
import { filled } from '../../../src/domain/permission/template.ts';
import { useHost } from '../../host/desk-store.ts';
import { Button } from '../../kit/button.tsx';
import { Combo } from '../../kit/combo.tsx';
import { Note } from '../../kit/note.tsx';
import { customerName } from '../words/customer.ts';
import { comingWhen } from '../words/when.ts';
import styles from './ask-form.module.css';
import { DialogActions, InPlaceDialog } from './in-place-dialog.tsx';

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
  const [plan, setPlan] = useState<AskPlan | null>(null);
  const [message, setMessage] = useState('');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // Pressed twice, or sent again after a lost answer, it is the same request.
  const [requestId] = useState(() => crypto.randomUUID());
  useEffect(() => {
    let isWanted = true;
    host.customers.planAsk({ customerId, channelId }).then(
      (found) => isWanted && setPlan(found),
      (error: unknown) => isWanted && setProblem(sentenceOf(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [host, customerId, channelId]);
  const [chosen, setChosen] = useState(0);
  const template = plan?.by === 'template' ? (plan.templates[chosen] ?? plan.templates[0] ?? null) : null;
  const send = async () => {
    setSending(true);
    setProblem(null);
    try {
      await host.customers.ask({ customerId, channelId, requestId, message: message.trim(), ...namedIn(template) });
      onDone();
    } catch (error) {
      setProblem(sentenceOf(error));
      setSending(false);
    }
  };
  const takesMessage = plan?.by === 'message' || template?.takesMessage === true;
  return (
    <InPlaceDialog
      role="dialog"
      title="Ask for permission"
      sentence={`${customerName(customer)} can allow calls for a time, for good, or not at all.`}
      onClose={onClose}
    >
      {takesMessage || plan === null ? (
        <label>
          Message
          <textarea
            dir="auto"
            maxLength={longest}
            value={message}
            placeholder={plan?.by === 'template' ? 'What the call is about' : 'We would like to call you about …'}
            onChange={({ target }) => setMessage(target.value)}
          />
        </label>
      ) : null}
      {plan?.by === 'template' && plan.templates.length > 1 ? (
        <Combo
          label="Template"
          options={plan.templates.map(({ name, language }, index) => ({
            id: String(index),
            text: `${name} · ${language}`,
          }))}
          value={String(chosen)}
          onChange={(id) => setChosen(Number(id))}
        />
      ) : null}
      {template !== null ? (
        <p className={styles.preview} dir="auto">
          {filled({ body: template.body, variables: template.takesMessage ? 1 : 0 }, message.trim() || '…')}
        </p>
      ) : null}
      {plan === null ? null : <p className={styles.cost}>{costWords(plan, now)}</p>}
      {problem === null ? null : <Note tone="failure">{problem}</Note>}
      <DialogActions>
        <Button kind="accent" why={whyNotSend(plan, template, message, sending)} onPress={() => void send()}>
          Send
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </DialogActions>
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

function namedIn(template: Choice | null) {
  return template === null ? {} : { template: { name: template.name, language: template.language } };
}

function whyNotSend(plan: AskPlan | null, template: Choice | null, message: string, sending: boolean): string | null {
  if (sending) return 'It is on its way.';
  if (plan === null) return 'Possible as soon as it is known how it can be sent.';
  if (plan.by === 'nothing') return plan.sentence;
  if (template?.takesMessage && message.trim() === '') return 'Possible once you have written what the call is about.';
  return null;
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The request could not be sent. Try again.';
}
