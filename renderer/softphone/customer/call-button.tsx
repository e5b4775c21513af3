import Phone from 'lucide-react/icons/phone';
import type { Channel, Customer } from '../../../src/contract/desk/words.ts';
import type { DeskView } from '../../../src/contract/window/view.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { Button } from '../../kit/button.tsx';

type CallButtonProps = {
  channel: Channel;
  customer: Customer;
  /** Why this customer cannot be called now, and until when. */
  why?: string | null;
  /** What a press does in place of calling. */
  instead?: (() => void) | null;
};

/** Calls a customer from the number that they know. */
export function CallButton({ channel, customer, why = null, instead = null }: CallButtonProps) {
  const host = useHost();
  const deskCannot = useDesk(whyNotNow);
  const call = () => void host.command({ kind: 'dial', channel, customer });
  return (
    <Button icon={<Phone size={16} />} why={deskCannot ?? why} onPress={instead ?? call}>
      Call
    </Button>
  );
}

/** Why this desk cannot call anybody now, and until when; null when it can. */
function whyNotNow({ connection, seat, call, ring }: DeskView): string | null {
  if (connection.status !== 'online') return 'The connection to the server is lost. Possible again once it is back.';
  if (seat?.status !== 'held') return 'Your calls are at another desk. Take over there first.';
  if (call !== null) return 'Possible again when your call is over.';
  if (ring !== null) return 'A call rings for you. Possible again when it is answered or over.';
  return null;
}
