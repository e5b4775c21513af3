import type { ProxyAsks } from '../../contract/window/network.ts';
import type { DeskState } from '../state/state.ts';

/** A proxy asks, or has been answered: then a sign-in that failed for it may be tried again. */
export function hearProxy(state: DeskState, proxyAsks: ProxyAsks | null): DeskState {
  const { session } = state;
  const settled = proxyAsks === null && session.status === 'signedOut' && session.problem?.code === 'relay.proxySignIn';
  return {
    ...state,
    session: settled ? { status: 'signedOut', problem: null } : session,
    network: { ...state.network, proxyAsks },
  };
}
