import type { QualityView } from '../../contract/window/view.ts';
import { hearOn, type Quality } from '../../domain/quality/quality.ts';
import type { Reading } from '../../domain/quality/reading.ts';
import { barsOf } from '../../domain/quality/watch.ts';
import type { DeskState } from '../state/state.ts';

/** Takes one second of the call into account. Before the microphone is attached nothing is meant to be heard either way. */
export function hearQuality(state: DeskState, callId: string, reading: Reading): DeskState {
  const { call, voice, microphone } = state;
  if (call?.callId !== callId || call.phase !== 'onCall' || !voice.attached) return state;
  const microphoneOn = !call.muted && microphone.state === 'live';
  return { ...state, call: { ...call, quality: hearOn(call.quality, reading, microphoneOn) } };
}

export function viewQuality(quality: Quality | null): QualityView | null {
  if (quality === null) return null;
  const { reading, watch } = quality;
  const { roundTripMs, heardLoss, sentLoss, heardJitterMs } = reading;
  return {
    verdict: watch.verdict,
    bars: barsOf(watch.mos),
    mos: watch.mos,
    roundTripMs,
    heardLoss,
    sentLoss,
    jitterMs: heardJitterMs,
  };
}
