import { type Step, step } from '../state/effects.ts';
import type { DeskState } from '../state/state.ts';

/** How long a voice page that starts is given before it is started once more, ms. */
const patience = 15_000;

/** The same when the agent asks for it: about as long as a slow computer takes to load the page. */
const patienceWhenAsked = 5_000;

/** A voice page that a proof found silent is started again, unless that costs a ring or a call. */
export function mendVoice(state: DeskState, at: number): Step {
  if (!isMendable(state)) return step(state);
  // One that has never been up may only be slow to load: its time counts from now.
  if (state.voiceSince === null) return step({ ...state, voiceSince: at });
  return hasHadItsTime(state.voiceSince, patience, at) ? restart(state, at, false) : step(state);
}

/** "Try again": a page that does not answer is started again at once, and proves itself when it is up. Else it is asked. */
export function proveAgain(state: DeskState, at: number): Step {
  if (!isMendable(state)) return step(state, { kind: 'prove' });
  if (state.voiceSince !== null && !hasHadItsTime(state.voiceSince, patienceWhenAsked, at)) return step(state);
  return restart(state, at, true);
}

function isMendable({ readiness, ring, call }: DeskState): boolean {
  return readiness?.proof.voice === false && ring === null && call === null;
}

/** Also when the clock was set back in between. */
function hasHadItsTime(since: number, time: number, at: number): boolean {
  return Math.abs(at - since) >= time;
}

function restart(state: DeskState, at: number, asked: boolean): Step {
  return step({ ...state, voiceSince: at }, { kind: 'restartVoice', asked });
}
