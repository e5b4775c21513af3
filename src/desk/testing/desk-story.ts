import type { DeskView } from '../../contract/window/view.ts';
import type { Effect } from '../state/effects.ts';
import type { AgentCommand, Fact, RelayMessage, VoiceFact } from '../state/facts.ts';
import { initialState } from '../state/initial-state.ts';
import { reduce } from '../state/reduce.ts';
import { selectView } from '../state/view.ts';
import { aRing, aSync, deskNow } from './samples.ts';

const settings = {
  relayUrl: 'http://relay.example',
  microphone: null,
  speaker: null,
  ringtoneDevice: null,
  ringtoneVolume: 0.7,
  untoldAvailability: null,
};

/** Tells a story to the pure desk, fact by fact. `effects` are those of the last fact. */
export function tellStory() {
  let state = initialState(settings);
  let effects: Effect[] = [];
  const everything: Effect[] = [];

  function happen(fact: Fact) {
    const next = reduce(state, fact);
    state = next.state;
    effects = next.effects;
    everything.push(...effects);
    return story;
  }

  const story = {
    happen,
    relay: (message: RelayMessage) => happen({ from: 'relay', at: deskNow, message }),
    agent: (command: AgentCommand) => happen({ from: 'agent', at: deskNow, command }),
    voice: (event: VoiceFact) => happen({ from: 'voice', at: deskNow, event }),
    lose: () =>
      happen({
        from: 'connection',
        at: deskNow,
        change: { kind: 'lost', problem: { code: 'relay.lost', sentence: 'Lost.' } },
      }),
    accepted: (callId = 'wacid.1') => story.replied(callId, { ok: true }),
    replied: (callId: string, reply: { ok: true } | { ok: false; problem: { code: string; sentence: string } }) =>
      happen({
        from: 'relay.reply',
        at: deskNow,
        outcome: { asked: { name: 'answer', body: { callId, ringId: `ring-${callId}`, sdp: 'sdp' } }, reply },
      }),
    /** Signed in, connected, voice page up, nothing going on. */
    ready: () => story.relay({ name: 'sync', body: aSync() }).voice({ kind: 'started' }),
    ringing: (callId = 'wacid.1') =>
      story
        .relay({ name: 'ring', body: aRing(callId) })
        .voice({ kind: 'prepared', callId, sdp: `answer to ${callId}` }),
    view: (): DeskView => selectView(state),
    state: () => state,
    /** What was done after the last fact, in a few words each. */
    done: () => effects.map(inWords),
    everything: () => everything,
  };
  return story;
}

function inWords(effect: Effect): string {
  switch (effect.kind) {
    case 'voice':
      if (effect.command.kind === 'ringtone' || effect.command.kind === 'ringback')
        return `voice ${effect.command.kind} ${effect.command.on ? 'on' : 'off'}`;
      return 'callId' in effect.command
        ? `voice ${effect.command.kind} ${effect.command.callId}`
        : `voice ${effect.command.kind}`;
    case 'ask':
      return `ask ${effect.asked.name}`;
    case 'tell':
      return `tell ${effect.told.name} ${effect.told.body.callId}`;
    case 'forget':
      return `forget ${effect.callId}`;
    case 'record':
      return `record ${effect.record.callId}`;
    case 'keepNote':
      return `keep note ${effect.note.text}`;
    case 'dropNote':
      return `drop note ${effect.note.callId}`;
    case 'restartVoice':
      return effect.asked ? 'restart voice, asked' : 'restart voice';
    case 'settings':
    case 'reconnect':
    case 'prove':
    case 'tellUntold':
    case 'leave':
      return effect.kind;
  }
}
