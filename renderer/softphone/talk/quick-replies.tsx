import MessageSquareText from 'lucide-react/icons/message-square-text';
import { useEffect, useState } from 'react';
import { useHost } from '../../host/desk-store.ts';
import { ActionMenu } from '../../kit/menu.tsx';
import styles from './composer.module.css';

/** What the company often writes, to be picked; nothing where it has decided on nothing, or they cannot be fetched. */
export function QuickReplies({ onPick }: { onPick: (text: string) => void }) {
  const host = useHost();
  const [replies, setReplies] = useState<readonly string[]>([]);
  useEffect(() => {
    let isWanted = true;
    host.customers.quickReplies().then(
      (found) => isWanted && setReplies(found),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [host]);
  if (replies.length === 0) return null;
  const actions = replies.map((text) => ({ id: text, text, onPick: () => onPick(text) }));
  return (
    <ActionMenu
      label="Quick replies"
      face={
        <span className={styles.face}>
          <MessageSquareText size={16} />
          Quick replies
        </span>
      }
      actions={actions}
    />
  );
}
