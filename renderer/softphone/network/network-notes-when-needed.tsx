import { useDesk } from '../../host/desk-store.ts';
import { networkOf } from '../../host/selectors.ts';
import { late } from '../../kit/late.tsx';

const NetworkNotes = late(async () => (await import('./network-notes.tsx')).NetworkNotes);

/** Most networks and clocks have nothing to say. */
export function NetworkNotesWhenNeeded() {
  const { slow, clockAheadMs, proxyAsks } = useDesk(networkOf);
  return slow || clockAheadMs !== null || proxyAsks !== null ? <NetworkNotes /> : null;
}
