import { useEffect, useMemo } from 'react';
import type { CustomerEvent } from '../../../src/contract/api/customers.ts';
import { useHost } from '../../host/desk-store.ts';

/** What a customer wrote is read when it stands before somebody's eyes: not in a window that is hidden. */
export function useRead(customerId: string, timeline: readonly CustomerEvent[]): void {
  const host = useHost();
  const unread = useMemo(
    () => timeline.flatMap((event) => (event.kind === 'wrote' && event.unread ? [event.messageId] : [])),
    [timeline],
  );
  useEffect(() => {
    if (unread.length === 0) return;
    const mark = () => {
      if (document.visibilityState !== 'visible') return;
      // Not told, they stay unread, and are told with the next look at this customer.
      host.customers.markRead({ customerId, messageIds: unread }).catch(() => {});
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [host, customerId, unread]);
}
