import { type Step, step } from '../state/effects.ts';
import type { DeskState } from '../state/state.ts';

/** Known to go on from the command on: a ring that comes before the voice page has said so ends it all the same. */
export function tryHeadset(state: DeskState, on: boolean): Step {
  const trial = on ? { asks: null, arrived: [] } : null;
  return step(
    { ...state, headset: { ...state.headset, trial } },
    { kind: 'voice', command: { kind: 'tryHeadset', on } },
  );
}
