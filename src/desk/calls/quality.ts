import type { QualityView } from '../../contract/window/view.ts';
import { stateOfFlow } from '../../domain/quality/flow.ts';
import { hearOn, type Quality } from '../../domain/quality/quality.ts';
import type { Reading } from '../../domain/quality/reading.ts';
import { summaryOf } from '../../domain/quality/tally.ts';
import { barsOf } from '../../domain/quality/watch.ts';
import { problem } from '../sentences.ts';
import { type Step, step } from '../state/effects.ts';
import type { DeskCall, DeskState } from '../state/state.ts';
import { loseCall } from './call.ts';
import { hearsCustomer } from './dial.ts';

/**
 * Takes one second of the call into account, and ends a call from which nothing has come for as long as Meta waits. Before the
 * microphone is attached nothing is meant to be heard either way.
 */
export function hearQuality(state: DeskState, callId: string, reading: Reading): Step {
  const { call, voice, microphone } = state;
  if (call?.callId === callId && call.phase === 'dialling') return hearsCustomer(state, call, reading);
  if (call?.callId !== callId || call.phase !== 'onCall' || !voice.attached) return step(state);
  const microphoneOn = !call.muted && microphone.state === 'live';
  const quality = hearOn(call.quality, reading, microphoneOn);
  const heard: DeskState = { ...state, call: { ...call, quality } };
  const flow = stateOfFlow(quality.flow);
  if (flow === 'lost') return loseCall(heard, callId, problem('media.silent'));
  if (flow === 'neverBegan') return loseCall(heard, callId, problem('media.neverHeard'));
  return step(heard);
}

/** The customer's packets have stopped, and may come back. */
export function isInterrupted({ quality }: DeskCall): boolean {
  return quality !== null && stateOfFlow(quality.flow) !== 'flowing';
}

/** When a call is over here, however it ended, the relay is told how it sounded. */
export function reportQuality(before: DeskState, after: DeskState): Step {
  const call = before.call;
  const goesOn = after.call?.callId === call?.callId && after.call?.phase !== 'ending';
  if (call === null || call.phase === 'ending' || goesOn || call.quality === null) return step(after);
  const summary = summaryOf(call.quality.tally);
  if (summary === null) return step(after);
  return step(after, { kind: 'tell', told: { name: 'call.quality', body: { callId: call.callId, summary } } });
}

export function viewQuality(quality: Quality | null): QualityView | null {
  if (quality === null) return null;
  const { reading, watch, flow } = quality;
  const { roundTripMs, heardLoss, sentLoss, heardJitterMs } = reading;
  return {
    verdict: watch.verdict,
    bars: stateOfFlow(flow) === 'flowing' ? barsOf(watch.mos) : 1,
    mos: watch.mos,
    roundTripMs,
    heardLoss,
    sentLoss,
    jitterMs: heardJitterMs,
  };
}
