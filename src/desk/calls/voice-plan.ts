import type { VoiceCommand } from '../../contract/window/voice.ts';
import type { Effect, Step } from '../state/effects.ts';
import { noDeskTest, silentVoice } from '../state/initial-state.ts';
import type { DeskCall, DeskRing, DeskState, Dial, RingStage, VoiceHolds } from '../state/state.ts';
import { isRinging } from './dial.ts';

/**
 * What the voice page must do so that it holds exactly what the desk has: the live call, else the ring, else nothing.
 * Runs after every fact, so that no path can leave a microphone open or a ringtone on.
 */
export function planVoice(state: DeskState): Step {
  const effects: Effect[] = [];
  const tell = (command: VoiceCommand) => effects.push({ kind: 'voice', command });
  let { voice, ring, call } = state;
  const live = call !== null && call.phase !== 'ending' ? call : null;
  const ringtone = live === null && ring?.stage === 'ringing';
  const ringback = live !== null && isRinging(live);
  const wanted = live?.callId ?? (ring !== null && ring.stage !== 'declining' ? ring.callId : null);

  let { deskTest } = state;
  // Whoever calls comes before whoever tries the devices.
  if (deskTest.stage !== 'closed' && (ring !== null || call !== null)) {
    tell({ kind: 'testDesk', action: 'stop' });
    deskTest = noDeskTest;
  }
  if (voice.ringtone && !ringtone) tell({ kind: 'ringtone', on: false });
  if (voice.ringback && !ringback) tell({ kind: 'ringback', on: false });
  // A claim that came to nothing leaves media behind that had begun: a ring is prepared without any.
  const spoilt = live === null && ring?.stage === 'ringing' && voice.answered;
  if (voice.callId !== null && (voice.callId !== wanted || spoilt)) {
    tell({ kind: 'close', callId: voice.callId });
    voice = silentVoice;
  }
  if (live === null && ring !== null && voice.callId === null && mayPrepare(ring.stage)) {
    tell({ kind: 'prepare', callId: ring.callId, offer: ring.offer });
    voice = { ...silentVoice, callId: ring.callId };
  }
  if (live === null && ring?.stage === 'answering' && voice.callId === ring.callId && voice.sdp !== null) {
    const { callId, ringId } = ring;
    effects.push({ kind: 'ask', asked: { name: 'answer', body: { callId, ringId, sdp: voice.sdp } } });
    ring = { ...ring, stage: 'claiming' };
  }
  if (ring?.stage === 'claiming' && ring.callId === voice.callId && !voice.answered && mayBegin(state, ring)) {
    tell({ kind: 'answer', callId: ring.callId });
    voice = { ...voice, answered: true };
  }
  if (live?.dial && voice.callId === null) {
    tell({ kind: 'offer', callId: live.callId });
    voice = { ...silentVoice, callId: live.callId };
  }
  if (live?.dial?.asked === false && voice.callId === live.callId && voice.sdp !== null) {
    effects.push({ kind: 'ask', asked: { name: 'dial', body: dialOf(live, live.dial, voice.sdp) } });
    call = { ...live, dial: { ...live.dial, asked: true } };
  }
  if (live !== null && voice.callId === live.callId) voice = planLiveCall(live, voice, tell);
  if (ringback && !voice.ringback) tell({ kind: 'ringback', on: true });
  if (voice.ringback !== ringback) voice = { ...voice, ringback };
  if (ringtone && !voice.ringtone) tell({ kind: 'ringtone', on: true });
  if (voice.ringtone !== ringtone) voice = { ...voice, ringtone };
  const same = ring === state.ring && call === state.call && voice === state.voice && deskTest === state.deskTest;
  return { state: same ? state : { ...state, ring, call, voice, deskTest }, effects };
}

function dialOf({ callId, channel, customer }: DeskCall, { dialId, reason }: Dial, sdp: string) {
  return {
    callId,
    dialId,
    channelId: channel.id,
    customerId: customer.id,
    sdp,
    ...(reason === null ? {} : { reason }),
  };
}

function mayPrepare(stage: RingStage): boolean {
  return stage === 'ringing' || stage === 'answering';
}

/**
 * Media begins when the call is ours: two desks that both knocked at Meta's door with one offer would break the call of the faster.
 * A desk that rings alone has nobody to break, and begins beside its claim as long as the relay is there to take it.
 */
function mayBegin(state: DeskState, ring: DeskRing): boolean {
  return ring.alone && state.call === null && state.connection.status === 'online';
}

function planLiveCall(live: DeskCall, voice: VoiceHolds, tell: (command: VoiceCommand) => void): VoiceHolds {
  const { callId, muted } = live;
  const answer = live.dial?.answer ?? null;
  // A call of ours begins with Meta's answer, and is attached with it.
  if (live.dial && answer === null) return voice;
  const attach = !live.dial && live.phase === 'onCall' && !voice.attached;
  if (!voice.answered) tell(answer === null ? { kind: 'answer', callId } : { kind: 'takeAnswer', callId, sdp: answer });
  if (muted !== voice.muted) tell({ kind: 'mute', muted });
  if (attach) tell({ kind: 'attach', callId });
  if (voice.answered && !attach && muted === voice.muted) return voice;
  return { ...voice, muted, answered: true, attached: voice.attached || attach || answer !== null };
}
