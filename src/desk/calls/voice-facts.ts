import type { Problem } from '../../contract/desk/words.ts';
import { hearHeadset } from '../headset/hear-headset.ts';
import { problem } from '../sentences.ts';
import { andThen, type Step, step } from '../state/effects.ts';
import type { VoiceFact } from '../state/facts.ts';
import { noDeskTest, noHeadset, silentVoice } from '../state/initial-state.ts';
import type { DeskState } from '../state/state.ts';
import { hearAudioNetwork, tellIce } from './audio-network.ts';
import { loseCall } from './call.ts';
import { hearQuality } from './quality.ts';
import { sayOver } from './ring.ts';

/** What the voice page said. Words about a call that is not open any more are late and mean nothing. */
export function reduceVoice(state: DeskState, event: VoiceFact, at: number): Step {
  switch (event.kind) {
    case 'started':
      return startVoice(state, at);
    case 'prepared':
      if (state.voice.callId !== event.callId || state.voice.answered) return step(state);
      return step({ ...state, voice: { ...state.voice, sdp: event.sdp } });
    case 'connected':
      if (state.voice.callId !== event.callId || !state.voice.answered) return step(state);
      return step(state, { kind: 'tell', told: { name: 'media.connected', body: { callId: event.callId } } });
    case 'mediaProblem':
      if (state.voice.callId !== event.callId) return step(state);
      return event.fatal
        ? loseMedia(state, event.callId, event.problem, at)
        : step(noteNetwork(state, event.callId, event.problem));
    case 'mediaRestored':
      return step(noteNetwork(state, event.callId, null));
    case 'quality':
      return hearQuality(state, event.callId, event.reading);
    case 'route':
    case 'audioPath':
      return step(hearAudioNetwork(state, event, at));
    case 'microphone':
      return step({ ...state, microphone: { state: event.state, problem: event.problem } });
    case 'speaker':
      return step({ ...state, speakerProblem: event.problem });
    case 'headset':
    case 'headsetTrial':
    case 'headsetWish':
      return hearHeadset(state, event, at);
    case 'deskTest':
      return step({ ...state, deskTest: { stage: event.stage, problem: event.problem } });
    case 'devices': {
      const { kind: _devices, ...devices } = event;
      return step({ ...state, devices: { ...state.devices, ...devices } });
    }
  }
}

/** A voice page that starts has nothing: rings are prepared anew by the plan, a call that it had is lost. */
function startVoice(before: DeskState, at: number): Step {
  const { microphone, speaker, ringtone } = before.chosen;
  const fresh: DeskState = {
    ...before,
    voice: silentVoice,
    voiceSince: at,
    deskTest: noDeskTest,
    headset: noHeadset,
    network: { ...before.network, audioPath: { stage: 'untested' } },
    microphone: { state: 'closed', problem: null },
    speakerProblem: null,
  };
  const told = step(
    fresh,
    { kind: 'voice', command: { kind: 'chooseMicrophone', device: microphone } },
    { kind: 'voice', command: { kind: 'chooseSpeaker', device: speaker } },
    { kind: 'voice', command: { kind: 'chooseRingtoneDevice', device: ringtone } },
    { kind: 'voice', command: { kind: 'setRingtoneVolume', volume: before.devices.ringtoneVolume } },
    ...tellIce(fresh),
  );
  const callId = fresh.ring?.stage === 'claiming' ? fresh.ring.callId : fresh.call?.callId;
  return callId === undefined ? told : andThen(told, (state) => loseCall(state, callId, problem('voice.restarted')));
}

function loseMedia(state: DeskState, callId: string, why: Problem, at: number): Step {
  const ring = state.ring;
  const unclaimed = ring?.callId === callId && ring.stage !== 'claiming';
  if (!unclaimed) return loseCall(state, callId, why);
  const over = sayOver(ring, { sentence: why.sentence, tone: 'failure' }, at);
  return step(
    { ...state, ring: null, over },
    { kind: 'tell', told: { name: 'media.failed', body: { callId, problem: why } } },
  );
}

function noteNetwork(state: DeskState, callId: string, why: Problem | null): DeskState {
  const call = state.call;
  if (call?.callId !== callId || call.phase === 'ending') return state;
  return { ...state, call: { ...call, problem: why } };
}
