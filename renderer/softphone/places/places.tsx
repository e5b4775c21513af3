import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { historyRevisionOf, waitingCustomersOf } from '../../host/selectors.ts';
import { late } from '../../kit/late.tsx';
import { threePanes, useMedia } from '../../kit/use-media.ts';
import { useNow } from '../../kit/use-now.ts';
import { useCallAtHand } from '../call/call-at-hand.tsx';
import { createCallList } from '../calls/call-list.ts';
import { CallsPane } from '../calls/calls-pane.tsx';
import { SparePlace } from '../spare/spares.tsx';
import { isMissed } from '../words/outcome.ts';
import { daysAgo } from '../words/when.ts';
import styles from './places.module.css';
import { Rail } from './rail.tsx';
import { useRoute } from './route.ts';

const CallPage = late(async () => (await import('../calls/call-page.tsx')).CallPage);
const CustomerPanel = late(async () => (await import('../customer/customer-panel.tsx')).CustomerPanel);
const CustomersPlace = late(async () => (await import('../customers/customers-place.tsx')).CustomersPlace);
const SettingsPage = late(async () => (await import('../settings/settings-page.tsx')).SettingsPage);
const TemplatesPlace = late(async () => (await import('../templates/templates-place.tsx')).TemplatesPlace);
const DeskTestPage = late(async () => (await import('../desk-test/desk-test-page.tsx')).DeskTestPage);

/** The rail, the list of the chosen place, and what is open of it: beside the list when there is room, else in its place. */
export function Places() {
  const host = useHost();
  const route = useRoute();
  const list = useMemo(() => createCallList(host.listHistory), [host]);
  const { calls, search } = useStore(list.store);
  const revision = useDesk(historyRevisionOf);
  const waiting = useDesk(waitingCustomersOf);
  const now = useNow(60_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision says that the history is another.
  useEffect(() => {
    void list.refresh();
  }, [list, revision]);
  useEffect(() => host.placeShown(route.place), [host, route.place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each place begins without a search.
  useEffect(() => {
    if (list.store.getState().search !== '') void list.search('');
  }, [list, route.place]);
  const missedToday = useMemo(
    () => (search === '' ? calls.filter((call) => isMissed(call) && daysAgo(call.calledAt, now) <= 0).length : 0),
    [calls, search, now],
  );
  const { place } = route;
  const atHand = useCallAtHand();
  const isItsOwn = (place === 'customers' || place === 'templates') && route.callId !== null;
  const isWide = useMedia(threePanes);
  const opened =
    place === 'settings' || place === 'desk-test' || place === 'customers' || place === 'templates'
      ? null
      : (calls.find((call) => call.callId === route.callId) ?? null);
  return (
    <div className={styles.body} data-opened={opened !== null || isItsOwn || undefined}>
      <Rail at={place} missedToday={missedToday} waiting={waiting} />
      <main className={styles.main}>
        <SparePlace key={place}>
          {place === 'settings' ? (
            <SettingsPage />
          ) : place === 'desk-test' ? (
            <DeskTestPage />
          ) : place === 'templates' ? (
            <TemplatesPlace openedId={route.callId} />
          ) : place === 'customers' ? (
            <CustomersPlace openedId={route.callId} asksOn={route.asksOn ?? null} now={now} />
          ) : (
            <>
              <div className={styles.list}>
                <CallsPane key={place} place={place} list={list} openedId={opened?.callId ?? null} now={now} />
              </div>
              <div className={styles.page}>
                <CallPage key={opened?.callId ?? ''} call={opened} place={place} />
              </div>
            </>
          )}
        </SparePlace>
      </main>
      {atHand !== null && isWide ? (
        <CustomerPanel {...atHand} onlyNotes={place === 'customers' && route.callId === atHand.customer.id} />
      ) : null}
    </div>
  );
}
