import { problem } from '../sentences.ts';
import { signOut } from '../session/reduce-session.ts';
import { type Step, step } from '../state/effects.ts';
import type { ConnectionChange } from '../state/facts.ts';
import type { DeskState } from '../state/state.ts';

export function reduceConnection(state: DeskState, change: ConnectionChange, at: number): Step {
  switch (change.kind) {
    case 'connecting':
      return step(state.connection.status === 'offline' ? state : { ...state, connection: { status: 'connecting' } });
    case 'lost': {
      const since = state.connection.status === 'offline' ? state.connection.since : at;
      return step({ ...state, connection: { status: 'offline', since, problem: change.problem } });
    }
    case 'refused':
      return signOut(state, problem('session.expired'));
  }
}
