import { useEffect, useMemo } from 'react';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { customerRevisionOf, customersRevisionOf, historyRevisionOf } from '../../host/selectors.ts';
import styles from '../places/places.module.css';
import { createCustomerList } from './customer-list.ts';
import { CustomerPage } from './customer-page.tsx';
import { CustomersPane } from './customers-pane.tsx';

type CustomersPlaceProps = { openedId: string | null; asksOn: string | null; now: number };

/** The company's customers, and one of them: beside the list when there is room, else in its place. */
export function CustomersPlace({ openedId, asksOn, now }: CustomersPlaceProps) {
  const host = useHost();
  const list = useMemo(() => createCustomerList(host.customers.list), [host]);
  const calls = useDesk(historyRevisionOf);
  const changes = useDesk(customerRevisionOf);
  const written = useDesk(customersRevisionOf);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision says that a customer was seen, wrote, or was read.
  useEffect(() => {
    void list.refresh();
  }, [list, calls, changes, written]);
  return (
    <>
      <div className={styles.list}>
        <CustomersPane list={list} openedId={openedId} now={now} />
      </div>
      <div className={styles.page}>
        {openedId === null ? (
          <p className={styles.nothing}>Choose a customer to see what is allowed and what has been.</p>
        ) : (
          <CustomerPage key={openedId} customerId={openedId} asksOn={asksOn} />
        )}
      </div>
    </>
  );
}
