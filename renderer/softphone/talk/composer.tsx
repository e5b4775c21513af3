import { useId, useState } from 'react';
import type { CustomerChannel } from '../../../src/contract/api/customers.ts';
import type { Customer } from '../../../src/contract/desk/words.ts';
import { useHost } from '../../host/desk-store.ts';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import { useSending } from '../../kit/use-sending.ts';
import { customerName } from '../words/customer.ts';
import { windowWords } from '../words/talk.ts';
import styles from './composer.module.css';
import { useDraft } from './drafts.ts';
import { InviteForm } from './invite-form.tsx';
import { LinkForm } from './link-form.tsx';
import { QuickReplies } from './quick-replies.tsx';
import { TemplateLetter } from './template-letter.tsx';

/** As long as WhatsApp takes it. */
const longest = 4096;

type ComposerProps = {
  about: CustomerChannel;
  customer: Customer;
  /** What the block is called: with several numbers it says which. */
  label: string;
  /** By the relay's clock. */
  now: number;
  onSent: () => void;
};

/** Writes to a customer on one of the company's numbers, while their service window is open, by a template otherwise, and invites them to call. */
export function Composer({ about, customer, label, now, onSent }: ComposerProps) {
  const { channel, window } = about;
  const host = useHost();
  const id = useId();
  const [draft, { write: keep, sent }] = useDraft(`${customer.id}/${channel.id}`);
  const { sending, problem, send } = useSending('The message could not be sent. Try again.');
  const [open, setOpen] = useState<'write' | 'invite' | 'link' | null>(null);
  const isOpen = window.open && now < window.until;
  const standing = `${id}-window`;
  const text = draft.text.trim();
  const write = async () => {
    const { messageId } = draft;
    await host.customers.text({ customerId: customer.id, channelId: channel.id, messageId, text });
    sent();
    onSent();
  };
  const mayWrite = isOpen && text !== '';
  const close = () => setOpen(null);
  const done = () => {
    close();
    onSent();
  };
  return (
    <section className={styles.composer} aria-label={label}>
      <textarea
        className={styles.area}
        rows={2}
        dir="auto"
        aria-label={`Message to ${customerName(customer)}`}
        aria-describedby={standing}
        placeholder={isOpen ? 'Write a message' : 'Writing is not possible now'}
        maxLength={longest}
        readOnly={!isOpen || sending}
        value={draft.text}
        onChange={({ target }) => keep(target.value)}
        onKeyDown={(event) => {
          // While letters are being composed, Enter belongs to the keyboard.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (mayWrite) void send(write);
        }}
      />
      <p id={standing} className={styles.window}>
        {windowWords(window, now)}
      </p>
      {problem === null ? null : <Note tone="failure">{problem}</Note>}
      <div className={styles.actions}>
        {isOpen ? (
          <Button why={whyNotSend(sending, text)} onPress={() => void send(write)}>
            Send
          </Button>
        ) : (
          <Button whyId={standing}>Send</Button>
        )}
        {isOpen ? <QuickReplies onPick={(reply) => keep(text === '' ? reply : `${text}\n${reply}`)} /> : null}
        {isOpen ? null : <Button onPress={() => setOpen('write')}>Write by a template</Button>}
        <Button kind="quiet" onPress={() => setOpen('invite')}>
          Invite to call
        </Button>
        <Button kind="quiet" onPress={() => setOpen('link')}>
          Link to call
        </Button>
      </div>
      {open === 'invite' && isOpen ? (
        <InviteForm customer={customer} channel={channel} onDone={done} onClose={close} />
      ) : null}
      {(open === 'invite' || open === 'write') && !isOpen ? (
        <TemplateLetter
          key={open}
          purpose={open === 'invite' ? 'callInvitation' : 'text'}
          customer={customer}
          channel={channel}
          onDone={done}
          onClose={close}
        />
      ) : null}
      {open === 'link' ? <LinkForm channel={channel} onClose={close} /> : null}
    </section>
  );
}

function whyNotSend(sending: boolean, text: string): string | null {
  if (sending) return 'It is on its way.';
  return text === '' ? 'Write a message first.' : null;
}
