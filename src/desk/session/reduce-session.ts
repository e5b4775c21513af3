import type { Problem } from '../../contract/desk/words.ts';
import { forgetWish } from '../availability/availability.ts';
import { type Step, step } from '../state/effects.ts';
import type { SessionChange } from '../state/facts.ts';
import type { DeskState } from '../state/state.ts';

export function reduceSession(state: DeskState, change: SessionChange): Step {
  switch (change.kind) {
    case 'signingIn':
      return step({ ...state, relayUrl: change.relayUrl, session: { status: 'signingIn' }, problem: null });
    case 'restored':
      return step({ ...state, relayUrl: change.relayUrl, session: { status: 'restoring' } });
    case 'signedIn':
      return step({ ...state, session: { status: 'signedIn', agent: change.agent } });
    case 'signedOut':
      return signOut(state, change.problem);
    case 'problem':
      return step({ ...state, problem: change.problem });
  }
}

/** Whatever was open is dropped; the devices and the history stay. */
export function signOut(state: DeskState, why: Problem | null): Step {
  const { state: before, effects } = forgetWish(state);
  return step(
    {
      ...before,
      session: { status: 'signedOut', problem: why },
      connection: { status: 'idle' },
      seat: null,
      ring: null,
      call: null,
      over: null,
      watchedCustomer: null,
      answered: null,
      refusedDial: null,
      problem: null,
    },
    ...effects,
    { kind: 'leave' },
  );
}
