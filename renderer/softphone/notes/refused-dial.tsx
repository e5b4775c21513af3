import type { RefusedDial as Refused } from '../../../src/contract/window/view.ts';
import { useHost } from '../../host/desk-store.ts';
import { NoPermission } from '../customers/no-permission.tsx';
import { ReasonForm } from '../customers/reason-form.tsx';
import { goTo } from '../places/route.ts';
import styles from './notes.module.css';

/** A call that the server would not make, with the way out. */
export function RefusedDial({ refused: { customer, channel, why, sentence } }: { refused: Refused }) {
  const host = useHost();
  const close = () => void host.command({ kind: 'dismissRefusedDial' });
  const ask = () => {
    close();
    goTo({ place: 'customers', callId: customer.id, asksOn: channel.id });
  };
  const call = (reason: string) => void host.command({ kind: 'dial', channel, customer, reason });
  return (
    <div className={styles.place}>
      {why === 'noPermission' ? (
        <NoPermission sentence={sentence} onAsk={ask} why={null} onClose={close} />
      ) : (
        <ReasonForm sentence={sentence} onCall={call} onClose={close} />
      )}
    </div>
  );
}
