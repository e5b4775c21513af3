import LogOut from 'lucide-react/icons/log-out';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { agentOf, callOf, seatOf } from '../../host/selectors.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { ActionMenu } from '../../kit/menu.tsx';
import { Name } from '../../kit/name.tsx';
import { DeskLine } from '../desk-line/desk-line.tsx';
import { AvailabilityChoice } from './availability-choice.tsx';
import styles from './top-bar.module.css';

export function TopBar({ onAskUntil }: { onAskUntil: () => void }) {
  const call = useDesk(callOf);
  const seat = useDesk(seatOf);
  const here = seat === null || seat.status === 'held';
  return (
    <header className={styles.bar} data-platform={useHost().platform}>
      <h1 className="visually-hidden">Ringdesk</h1>
      <div className={styles.availability}>
        <AvailabilityChoice onAskUntil={onAskUntil} />
        {call !== null && here ? <span className={styles.later}>after this call</span> : null}
      </div>
      <DeskLine />
      <Account />
    </header>
  );
}

function Account() {
  const host = useHost();
  const agent = useDesk(agentOf);
  const call = useDesk(callOf);
  if (agent === null) return null;
  const signOut = {
    id: 'signOut',
    text: 'Sign out',
    icon: <LogOut size={16} />,
    onPick: () => void host.command({ kind: 'signOut' }),
    why: call === null ? null : 'End the call first.',
  };
  return (
    <div className={styles.account}>
      <ActionMenu
        label={`Account of ${agent.name}`}
        face={<Avatar name={agent.name} size={24} />}
        heading={
          <>
            <span className={styles.agent}>
              <Name>{agent.name}</Name>
            </span>
            <span className={styles.email}>{agent.email}</span>
          </>
        }
        actions={[signOut]}
      />
    </div>
  );
}
