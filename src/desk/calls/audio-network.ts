import type { IceSetup } from '../../contract/desk/ice.ts';
import type { VoiceEvent } from '../../contract/window/voice.ts';
import { type Effect, type Step, step } from '../state/effects.ts';
import type { DeskState } from '../state/state.ts';

/** The relay's word on servers for the sound. What IT set on this computer stands above it. */
export function takeIce(state: DeskState, setup: IceSetup): Step {
  if (state.ice.fixed || JSON.stringify(setup) === JSON.stringify(state.ice.setup)) return step(state);
  const next = { ...state, ice: { setup, fixed: false } };
  return step(next, { kind: 'voice', command: { kind: 'useIce', ice: setup } });
}

/** For a voice page that starts: it knows of no servers. */
export function tellIce({ ice: { setup } }: DeskState): Effect[] {
  return setup.servers.length === 0 ? [] : [{ kind: 'voice', command: { kind: 'useIce', ice: setup } }];
}

export function testAudioPath(state: DeskState): Step {
  const network = { ...state.network, audioPath: { stage: 'testing' as const } };
  return step({ ...state, network }, { kind: 'voice', command: { kind: 'testAudioPath' } });
}

type Heard = Extract<VoiceEvent, { kind: 'route' | 'audioPath' }>;

export function hearAudioNetwork(state: DeskState, event: Heard, at: number): DeskState {
  if (event.kind === 'audioPath')
    return { ...state, network: { ...state.network, audioPath: { stage: 'tested', at, path: event.path } } };
  if (state.voice.callId !== event.callId) return state;
  return { ...state, network: { ...state.network, audioRoute: event.route } };
}
