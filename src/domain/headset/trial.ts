import type { HeadsetCall } from './headset.ts';
import type { ButtonWord, HeadsetWish } from './words.ts';

/**
 * The agent tries the buttons without a call: the headset is told of one that is only made up, because most give their mute button only
 * in a call. `asks` is what is to be pressed now; null when nothing is left.
 */
export type Trial = { asks: ButtonWord | null; arrived: readonly ButtonWord[]; call: HeadsetCall };

export function beginTrial(buttons: readonly ButtonWord[]): Trial {
  const asks = buttons[0] ?? null;
  return { asks, arrived: [], call: callFor(asks) };
}

/** A press that is not the one that was asked for counts too, and is asked for no more. */
export function tryPress(trial: Trial, buttons: readonly ButtonWord[], wish: HeadsetWish): Trial {
  const word = wordOf(wish);
  const arrived = trial.arrived.includes(word) ? trial.arrived : [...trial.arrived, word];
  const asks = buttons.find((button) => !arrived.includes(button)) ?? null;
  const muted = wish === 'mute' || (trial.call?.muted === true && wish !== 'unmute');
  const call = callFor(asks);
  return { asks, arrived, call: call?.stage === 'onCall' ? { ...call, muted } : call };
}

function wordOf(wish: HeadsetWish): ButtonWord {
  switch (wish) {
    case 'answer':
      return 'answer';
    case 'mute':
    case 'unmute':
      return 'mute';
    case 'end':
    case 'decline':
      return 'end';
  }
}

function callFor(asks: ButtonWord | null): HeadsetCall {
  if (asks === null) return null;
  return { stage: asks === 'answer' ? 'ringing' : 'onCall', muted: false };
}
