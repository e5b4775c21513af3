import { type Lights, noLights } from './lights.ts';
import type { Press } from './read-report.ts';
import type { HeadsetWish } from './words.ts';

/** What goes on at this desk, as far as a headset takes part in it; null is nothing. */
export type HeadsetCall = { stage: 'ringing' | 'onCall'; muted: boolean } | null;

/** A headset at work: what it takes part in, what it is to show, and when it was told (ms, any clock that only goes forward). */
export type Headset = {
  call: HeadsetCall;
  told: Lights;
  /** When Off-Hook was changed last, and when it was lit last. */
  hookTold: number;
  offHookTold: number;
  muteTold: number;
  mutePushed: number;
  /** It was told once more since its lights last changed. */
  toldAgain: boolean;
};

/**
 * How long a headset may take to repeat, or to contradict, what it was told. Jabra and Poly answer Off-Hook with a report of their hook
 * switch ("request and acknowledgement", developer.jabra.com), those by radio after they have opened their link. A person who has just
 * answered does not hang up within a second.
 */
export const hookSettlesMs = 1_000;

/** Shorter, because whoever muted by mistake unmutes at once. */
export const muteSettlesMs = 400;

export const restingHeadset: Headset = {
  call: null,
  told: noLights,
  hookTold: Number.NEGATIVE_INFINITY,
  offHookTold: Number.NEGATIVE_INFINITY,
  muteTold: Number.NEGATIVE_INFINITY,
  mutePushed: Number.NEGATIVE_INFINITY,
  toldAgain: false,
};

/** What a headset shows: that it rings, that it is in a call, and that the call is muted. */
export function lightsOf(call: HeadsetCall): Lights {
  const onCall = call?.stage === 'onCall';
  return { ring: call?.stage === 'ringing', offHook: onCall, mute: onCall && call.muted };
}

/** Something else goes on. The headset is to be told, unless its lights stay the same: then they are the same value. */
export function follow(headset: Headset, call: HeadsetCall): Headset {
  const told = lightsOf(call);
  if (isSame(told, headset.told)) return { ...headset, call };
  return { ...headset, call, told, toldAgain: false };
}

/**
 * The headset is told its lights now, for the first time or once more.
 * @param before what it showed until now
 */
export function tell(headset: Headset, before: Lights, at: number): Headset {
  const { offHook, mute } = headset.told;
  return {
    ...headset,
    hookTold: offHook === before.offHook ? headset.hookTold : at,
    offHookTold: offHook && !before.offHook ? at : headset.offHookTold,
    muteTold: mute === before.mute ? headset.muteTold : at,
  };
}

/** It was pulled out: what it was told until then it neither repeats nor contradicts. */
export function pullOut({ call, told }: Headset): Headset {
  return { ...restingHeadset, call, told };
}

function isSame(one: Lights, other: Lights): boolean {
  return one.ring === other.ring && one.offHook === other.offHook && one.mute === other.mute;
}

/** `tellAgain`: the headset went its own way, because it or another program contradicted what it was told; say it once more. */
export type Pressed = { headset: Headset; wish: HeadsetWish | null; tellAgain: boolean };

/**
 * What the presses of one report ask for.
 *
 * - While it rings: off-hook answers. Drop (0x26, "Drop") declines; nothing else does. The buttons by which some makers decline belong to
 *   the Button page, where the usage tables give them no meaning.
 * - In a call: on-hook and Drop end it. Off-hook does nothing, so that the echo of what the headset was told never acts.
 * - Otherwise nothing happens. No press ever dials.
 *
 * On-hook is not believed just after the headset was told of the call, nor in or just after a report of its mute button: where another
 * program holds the headset too, it takes the headset out of "its" call when the mute button is pressed.
 */
export function press(headset: Headset, presses: readonly Press[], at: number): Pressed {
  const { call } = headset;
  const mute = presses.find((one) => one === 'mutePushed' || one === 'muteOn' || one === 'muteOff');
  const heard = mute === undefined ? headset : { ...headset, mutePushed: at };
  const does = (wish: HeadsetWish | null): Pressed => ({ headset: heard, wish, tellAgain: false });
  if (call === null) return does(null);
  if (presses.includes('drop')) return does(call.stage === 'ringing' ? 'decline' : 'end');
  if (mute !== undefined) return does(call.stage === 'onCall' ? muteWish(headset, call.muted, mute, at) : null);
  const hook = presses.find((one) => one === 'offHook' || one === 'onHook' || one === 'hookPushed');
  if (hook === undefined) return does(null);
  const settles = at - (hook === 'offHook' ? heard.offHookTold : heard.hookTold) < hookSettlesMs;
  if (call.stage === 'ringing') return does(hook === 'onHook' || settles ? null : 'answer');
  if (hook === 'offHook') return does(null);
  if (!settles && at - heard.mutePushed >= hookSettlesMs) return does('end');
  if (hook !== 'onHook' || heard.toldAgain) return does(null);
  return { headset: { ...heard, toldAgain: true }, wish: null, tellAgain: true };
}

function muteWish(
  { muteTold }: Headset,
  muted: boolean,
  pressed: 'mutePushed' | 'muteOn' | 'muteOff',
  at: number,
): HeadsetWish | null {
  if (at - muteTold < muteSettlesMs) return null;
  const wanted = pressed === 'mutePushed' ? !muted : pressed === 'muteOn';
  if (wanted === muted) return null;
  return wanted ? 'mute' : 'unmute';
}
