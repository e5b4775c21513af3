import type { HeadsetWish } from '../../domain/headset/words.ts';
import { reduceAgent } from '../calls/commands.ts';
import { type Step, step } from '../state/effects.ts';
import type { AgentCommand, VoiceFact } from '../state/facts.ts';
import type { DeskState } from '../state/state.ts';

type Heard = Extract<VoiceFact, { kind: 'headset' | 'headsetTrial' | 'headsetWish' }>;

/** What the voice page says of the headset. A press does what the button in the window would do. */
export function hearHeadset(state: DeskState, event: Heard, at: number): Step {
  const { headset } = state;
  switch (event.kind) {
    case 'headset':
      return step({ ...state, headset: { ...headset, found: event.found, problem: event.problem } });
    case 'headsetTrial':
      // One that was ended here meanwhile stays ended.
      if (headset.trial === null) return step(state);
      return step({ ...state, headset: { ...headset, trial: event.trial } });
    case 'headsetWish': {
      const command = commandFor(state, event.callId, event.wish);
      return command === null ? step(state) : reduceAgent(state, command, at);
    }
  }
}

/** Null for a press that came too late: what it was meant for has gone on or is over. */
function commandFor({ ring, call }: DeskState, callId: string, wish: HeadsetWish): AgentCommand | null {
  const live = call?.callId === callId && call.phase !== 'ending' ? call : null;
  const stage = live === null && ring?.callId === callId ? ring.stage : null;
  switch (wish) {
    case 'answer':
    case 'decline':
      return stage === 'ringing' ? { kind: wish, callId } : null;
    case 'end':
      // Until the relay was asked for the call, giving it up is declining it.
      if (stage === 'answering') return { kind: 'decline', callId };
      return live !== null || stage === 'claiming' ? { kind: 'end', callId } : null;
    case 'mute':
    case 'unmute': {
      const muted = wish === 'mute';
      return live === null || live.muted === muted ? null : { kind: 'setMuted', muted };
    }
  }
}
