import ChevronLeft from 'lucide-react/icons/chevron-left';
import { useEffect, useRef } from 'react';
import type { CustomerEvent } from '../../../src/contract/api/customers.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import { useNow } from '../../kit/use-now.ts';
import { Person } from '../customer/person.tsx';
import { goTo, writeRoute } from '../places/route.ts';
import { useRead } from '../talk/use-read.ts';
import { customerName } from '../words/customer.ts';
import { CardBlock } from './card-block.tsx';
import { ChannelBlock } from './channel-block.tsx';
import styles from './customer-page.module.css';
import { Timeline } from './timeline.tsx';
import { useCustomer } from './use-customer.ts';

/** A customer: whether they may be called on each of the company's numbers, and what has been. */
export function CustomerPage({ customerId, asksOn }: { customerId: string; asksOn: string | null }) {
  const section = useRef<HTMLElement>(null);
  const [known, again] = useCustomer(customerId);
  const now = useNow(1000);
  useEffect(() => {
    // Pushed over the list, the page takes the focus; beside it, the list keeps it.
    if (window.matchMedia('(max-width: 959px)').matches) section.current?.focus();
  }, []);
  const stays = known.status === 'known' ? known.page.customer.id : customerId;
  useEffect(() => {
    // Two customers turned out to be one: the page is that one's.
    if (stays !== customerId) window.location.replace(writeRoute({ place: 'customers', callId: stays }));
  }, [stays, customerId]);
  useRead(customerId, known.status === 'known' ? known.page.timeline : nothing);
  const name = known.status === 'known' ? customerName(known.page.customer) : 'a customer';
  return (
    <section ref={section} tabIndex={-1} className={styles.page} aria-label={`Details of ${name}`}>
      <div className={styles.back}>
        <IconButton
          label="Back"
          icon={<ChevronLeft size={16} />}
          onPress={() => goTo({ place: 'customers', callId: null })}
        />
      </div>
      {known.status === 'failed' ? (
        <Note tone="failure" action={<Button onPress={again}>Try again</Button>}>
          {known.sentence}
        </Note>
      ) : null}
      {known.status === 'known' ? (
        <>
          <Person customer={known.page.customer} />
          <CardBlock customer={known.page.customer} card={known.page.card} onSaved={again} />
          {known.page.channels.map((about) => (
            <ChannelBlock
              key={about.channel.id}
              about={about}
              customer={known.page.customer}
              isOnly={known.page.channels.length === 1}
              asks={asksOn === about.channel.id}
              now={now + known.ahead}
              onAsked={again}
            />
          ))}
          <Timeline page={known.page} now={wholeMinute(now + known.ahead)} />
        </>
      ) : null}
    </section>
  );
}

const nothing: CustomerEvent[] = [];

/** The timeline counts in minutes, and is long. */
const wholeMinute = (instant: number) => Math.floor(instant / 60_000) * 60_000;
