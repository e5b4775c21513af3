import { useState } from 'react';
import type { Channel, Customer } from '../../../src/contract/desk/words.ts';
import { longestButton } from '../../../src/domain/invitation/button.ts';
import { useHost } from '../../host/desk-store.ts';
import { Field } from '../../kit/field.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { useSending } from '../../kit/use-sending.ts';
import { DialogEnd, InPlaceDialog } from '../customers/in-place-dialog.tsx';
import { customerName } from '../words/customer.ts';
import { LifeChoice, usualLife } from './life-choice.tsx';

type InviteFormProps = { customer: Customer; channel: Channel; onDone: () => void; onClose: () => void };

/** Sends a customer a button with which they call; their call rings the agent who invites first. */
export function InviteForm({ customer, channel, onDone, onClose }: InviteFormProps) {
  const host = useHost();
  const [text, setText] = useState('');
  const [button, setButton] = useState('Call us');
  const [minutes, setMinutes] = useState(usualLife);
  const { sending, problem, send } = useSending('The invitation could not be sent. Try again.');
  // Pressed twice, or sent again after a lost answer, it is the same invitation.
  const [messageId] = useState(() => crypto.randomUUID());
  const left = longestButton - button.trim().length;
  const tooLong = left < 0 ? `A button has at most ${longestButton} characters.` : null;
  const why = sending ? 'It is on its way.' : (tooLong ?? whatIsMissing(text, button));
  const invite = async () => {
    const invitation = { messageId, text: text.trim(), button: button.trim(), minutes };
    await host.customers.invite({ customerId: customer.id, channelId: channel.id, ...invitation });
    onDone();
  };
  return (
    <InPlaceDialog
      role="dialog"
      title="Invite to call"
      sentence={`${customerName(customer)} gets a message with a button. When they press it, the call rings you first, if you are ready.`}
      onClose={onClose}
    >
      <TextArea
        label="Message"
        longest={1024}
        value={text}
        placeholder="I have the answer. Call me when it suits you."
        onChange={setText}
      />
      <Field label="Button" name="button" value={button} onChange={setButton} problem={tooLong} />
      <LifeChoice minutes={minutes} onChange={setMinutes} />
      <DialogEnd word="Send" why={why} problem={problem} onDo={() => void send(invite)} onClose={onClose} />
    </InPlaceDialog>
  );
}

function whatIsMissing(text: string, button: string): string | null {
  if (text.trim() === '') return 'Possible once you have written a message.';
  return button.trim() === '' ? 'Possible once the button has a word.' : null;
}
