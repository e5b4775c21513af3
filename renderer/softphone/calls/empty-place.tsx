import { useDesk } from '../../host/desk-store.ts';
import { availabilityOf, callOf, ringOf } from '../../host/selectors.ts';
import { Empty } from '../../kit/empty.tsx';
import { useDeskState } from '../desk-line/use-desk-state.ts';
import type { ListPlace } from '../places/route.ts';

/** An empty list says what will happen next. */
export function EmptyPlace({ place, searched }: { place: ListPlace; searched: boolean }) {
  const state = useDeskState();
  const availability = useDesk(availabilityOf);
  const call = useDesk(callOf);
  const ring = useDesk(ringOf);
  if (searched) return <Empty title="Nothing found.">Try fewer letters, or another part of the number.</Empty>;
  if (place === 'missed') return <Empty title="Nobody waits.">A missed call appears here with its cause.</Empty>;
  if (place === 'history') return <Empty title="Nothing yet.">Every call of yours will be kept here.</Empty>;
  if (call !== null || ring !== null)
    return <Empty title="No calls yet.">This one will be listed here when it is over.</Empty>;
  if (state.kind === 'line' && state.tone === 'ready') {
    return <Empty title="Ready.">The next call will ring here.</Empty>;
  }
  if (state.kind === 'line' && availability.kind === 'afterCall') {
    return <Empty title="After-call time.">Calls ring again when it is over.</Empty>;
  }
  if (state.kind === 'missedAway' || (state.kind === 'line' && availability.kind !== 'available')) {
    return <Empty title="Not ringing.">Calls ring at your colleagues until you are available.</Empty>;
  }
  return <Empty title="No calls yet.">As soon as this desk is ready, calls will ring here.</Empty>;
}
