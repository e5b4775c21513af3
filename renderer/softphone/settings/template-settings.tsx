import MessageSquareText from 'lucide-react/icons/message-square-text';
import { Button } from '../../kit/button.tsx';
import { goTo } from '../places/route.ts';
import { Section } from './section.tsx';
import styles from './settings-page.module.css';

/** Leads to the company's message templates. */
export function TemplateSettings() {
  return (
    <Section title="Message templates">
      <p className={styles.hint}>
        What WhatsApp has approved for asking customers who have not been in touch for a day, and for inviting them to
        call.
      </p>
      <div>
        <Button icon={<MessageSquareText size={16} />} onPress={() => goTo({ place: 'templates', callId: null })}>
          Templates
        </Button>
      </div>
    </Section>
  );
}
