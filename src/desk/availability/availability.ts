import type { AvailabilityFact } from '../../contract/desk/availability.ts';
import type { Reply } from '../../contract/desk/words.ts';
import {
  type Availability,
  type AvailabilityChoice,
  asChosen,
  type ChosenAvailability,
  isSame,
  settled,
} from '../../domain/people/availability.ts';
import { type Step, step } from '../state/effects.ts';
import type { DeskState } from '../state/state.ts';

/** The agent's own word shows at once and is told as soon as the relay is there; until it has answered, it is a wish. */
export function wish(state: DeskState, choice: AvailabilityChoice, at: number): Step {
  return step(
    { ...state, wish: choice },
    { kind: 'settings', change: { untoldAvailability: choice } },
    { kind: 'ask', asked: { name: 'availability', body: { choice, now: at } } },
  );
}

/** Ends after-call time as if it had run out. */
export function endAfterCall(state: DeskState, at: number): Step {
  const shown = shownAvailability(state);
  return shown.kind === 'afterCall' ? wish(state, asChoice(shown.next), at) : step(state);
}

/** The relay's word, whoever changed it. */
export function followAvailability(state: DeskState, fact: AvailabilityFact, at: number): DeskState {
  const availability = settled(byThisClock(fact.availability, at - fact.now), at);
  return { ...state, availability, awayReasons: fact.awayReasons };
}

/** The relay has answered a wish; one that it refuses is none any more. */
export function wishAnswered(state: DeskState, choice: AvailabilityChoice, reply: Reply): Step {
  if (state.wish === null || !isSame(state.wish, choice)) return step(state);
  const granted = forgetWish(state);
  return reply.ok ? granted : step({ ...granted.state, problem: reply.problem }, ...granted.effects);
}

/** The relay did not answer. What it has not heard it must hear: an agent who is shown as away must not be rung. */
export function wishAgain(state: DeskState, choice: AvailabilityChoice, at: number): Step {
  if (state.wish === null || !isSame(state.wish, choice)) return step(state);
  return step(state, { kind: 'ask', asked: { name: 'availability', body: { choice, now: at } } });
}

/** The relay and the desk are in step again: at the desk that has the seat the agent's own last word wins. */
export function syncWish(state: DeskState, at: number): Step {
  if (state.wish === null) return step(state);
  if (state.seat?.status !== 'held') return forgetWish(state);
  return step(state, { kind: 'ask', asked: { name: 'availability', body: { choice: state.wish, now: at } } });
}

export function forgetWish(state: DeskState): Step {
  if (state.wish === null) return step(state);
  return step({ ...state, wish: null }, { kind: 'settings', change: { untoldAvailability: null } });
}

/** What ends by itself ends here too, also while the relay is away. */
export function settleAvailability(state: DeskState, at: number): DeskState {
  const availability = settled(state.availability, at);
  const over = state.wish !== null && settled(asChosen(state.wish, at), at).kind !== state.wish.kind;
  return { ...state, availability, wish: over ? { kind: 'available' } : state.wish };
}

/** What the agent is shown: their own word until the relay has answered. */
export function shownAvailability({ availability, wish: wished }: DeskState): Availability {
  if (wished === null) return availability;
  return wished.kind === 'away' ? { ...wished, missed: false } : wished;
}

function asChoice(chosen: ChosenAvailability): AvailabilityChoice {
  return chosen.kind === 'away' ? { kind: 'away', reason: chosen.reason } : chosen;
}

function byThisClock<Value extends Availability>(availability: Value, offset: number): Value {
  const until = 'until' in availability ? { until: Math.max(0, availability.until + offset) } : {};
  const next = 'next' in availability ? { next: byThisClock(availability.next, offset) } : {};
  return { ...availability, ...until, ...next };
}
