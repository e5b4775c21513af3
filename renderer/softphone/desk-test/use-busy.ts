import { useDesk } from '../../host/desk-store.ts';
import { callOf, ringOf } from '../../host/selectors.ts';

/** Why nothing can be tried now, or null. */
export function useBusy(): string | null {
  const ring = useDesk(ringOf);
  const call = useDesk(callOf);
  return ring === null && call === null ? null : 'A call comes first. Go on when it is over.';
}
