import Pencil from 'lucide-react/icons/pencil';
import { useState } from 'react';
import type { CustomerPage } from '../../../src/contract/api/customers.ts';
import { Button } from '../../kit/button.tsx';
import styles from './card-block.module.css';
import { CardForm } from './card-form.tsx';

type CardBlockProps = { customer: CustomerPage['customer']; card: CustomerPage['card']; onSaved: () => void };

/** What agents wrote about a customer: tags and notes, for everybody to read and to change. */
export function CardBlock({ customer, card, onSaved }: CardBlockProps) {
  const [editing, setEditing] = useState(false);
  if (editing) {
    const done = () => {
      setEditing(false);
      onSaved();
    };
    return <CardForm customer={customer} card={card} onDone={done} onClose={() => setEditing(false)} />;
  }
  return (
    <section className={styles.card} aria-label="About this customer">
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
        Edit name, notes and tags
      </Button>
    </section>
  );
}
