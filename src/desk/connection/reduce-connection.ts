import { problem } from '../sentences.ts';
import { signOut } from '../session/reduce-session.ts';
import { type Step, step } from '../state/effects.ts';
import type { ConnectionChange } from '../state/facts.ts';
import type { DeskState } from '../state/state.ts';
import { dropWhatIsGone } from './sync.ts';

export function reduceConnection(state: DeskState, change: ConnectionChange, at: number): Step {
  switch (change.kind) {
    case 'connecting':
      if (state.connection.status === 'offline') return step(state);
      return step({ ...state, readiness: null, connection: { status: 'connecting' } });
    case 'opened':
      return step({ ...state, network: { ...state.network, slow: change.transport === 'polling' } });
    case 'lost': {
      const since = state.connection.status === 'offline' ? state.connection.since : at;
      const connection = { status: 'offline', since, problem: change.problem, trying: false } as const;
      return step({ ...state, readiness: null, connection });
    }
    case 'putOut':
      return step(yieldSeat(state, at));
    case 'refused':
      return signOut(state, problem('session.expired'));
  }
}

/** "Try now": the relay is not waited for, but tried at once. */
export function tryNow(state: DeskState): Step {
  if (state.connection.status !== 'offline') return step(state);
  return step({ ...state, connection: { ...state.connection, trying: true } }, { kind: 'reconnect' });
}

/** The same as a seat that moved, except that the relay cannot say where to: nothing rings here, and the agent may take over. */
function yieldSeat(state: DeskState, at: number): DeskState {
  const seat = { status: 'moved' as const, deskName: 'another desk', at, onCall: false };
  return dropWhatIsGone({ ...state, connection: { status: 'online' }, seat }, { ring: null, call: null }, at);
}
