import Pencil from 'lucide-react/icons/pencil';
import UserRoundCheck from 'lucide-react/icons/user-round-check';
import { useState } from 'react';
import type { CustomerPage } from '../../../src/contract/api/customers.ts';
import { useDesk } from '../../host/desk-store.ts';
import { agentOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import styles from './card-block.module.css';
import { CardForm } from './card-form.tsx';

type CardBlockProps = { customer: CustomerPage['customer']; card: CustomerPage['card']; onSaved: () => void };

/** What agents wrote about a customer: tags, notes and whose customer they are, for everybody to read and to change. */
export function CardBlock({ customer, card, onSaved }: CardBlockProps) {
  const [editing, setEditing] = useState(false);
  const self = useDesk(agentOf);
  if (editing) {
    const done = () => {
      setEditing(false);
      onSaved();
    };
    return <CardForm customer={customer} card={card} onDone={done} onClose={() => setEditing(false)} />;
  }
  return (
    <section className={styles.card} aria-label="About this customer">
      {card.assignedTo === null ? null : (
        <p className={styles.assigned}>
          <UserRoundCheck size={16} />
          <span dir="auto">Assigned to {card.assignedTo.id === self?.id ? 'you' : card.assignedTo.name}</span>
        </p>
      )}
      {card.tags.length === 0 ? null : (
        <ul className={styles.tags} aria-label="Tags">
          {card.tags.map((tag) => (
            <li key={tag} dir="auto">
              {tag}
            </li>
          ))}
        </ul>
      )}
      {card.notes === '' ? null : (
        <p className={styles.notes} dir="auto">
          {card.notes}
        </p>
      )}
      <Button kind="quiet" icon={<Pencil size={16} />} onPress={() => setEditing(true)}>
        Edit customer
      </Button>
    </section>
  );
}
