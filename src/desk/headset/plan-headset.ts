import type { HeadsetCallOfDesk } from '../../contract/window/headset.ts';
import type { Effect, Step } from '../state/effects.ts';
import type { DeskState } from '../state/state.ts';

/**
 * Tells the headset what goes on here, after every fact: the live call, else the ring, else nothing. With nothing it is closed, so no path
 * can keep it from other programs between calls. Whoever calls comes before whoever tries its buttons.
 */
export function planHeadset(state: DeskState): Step {
  const { headset } = state;
  const call = headset.found.status === 'found' ? headsetCallOf(state) : null;
  const ends = headset.trial !== null && (state.ring !== null || state.call !== null);
  const effects: Effect[] = [];
  if (ends) effects.push({ kind: 'voice', command: { kind: 'tryHeadset', on: false } });
  if (!isSame(call, headset.told)) effects.push({ kind: 'voice', command: { kind: 'headset', call } });
  if (effects.length === 0) return { state, effects };
  return { state: { ...state, headset: { ...headset, trial: ends ? null : headset.trial, told: call } }, effects };
}

/** A ring that was answered counts as the call, although the relay may yet give it to somebody else. */
function headsetCallOf({ ring, call }: DeskState): HeadsetCallOfDesk {
  if (call !== null && call.phase !== 'ending') return { callId: call.callId, stage: 'onCall', muted: call.muted };
  if (ring === null || ring.stage === 'declining') return null;
  return { callId: ring.callId, stage: ring.stage === 'ringing' ? 'ringing' : 'onCall', muted: false };
}

function isSame(one: HeadsetCallOfDesk, other: HeadsetCallOfDesk): boolean {
  return one?.callId === other?.callId && one?.stage === other?.stage && one?.muted === other?.muted;
}
