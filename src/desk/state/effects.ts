import type { CallRecord, DeskToRelay } from '../../contract/desk/socket.ts';
import type { VoiceCommand } from '../../contract/window/voice.ts';
import type { DeskSettings, KeptNote } from '../ports.ts';
import type { DeskState } from './state.ts';

/** Every command of the desk socket, by name and body. */
export type Outgoing = {
  [Name in keyof DeskToRelay]: { name: Name; body: Parameters<DeskToRelay[Name]>[0] };
}[keyof DeskToRelay];

/** A command whose answer the desk acts on. When the relay is away, the next sync decides what becomes of it. */
export type Asked = Extract<
  Outgoing,
  { name: 'answer' | 'dial' | 'decline' | 'availability' | 'takeOver' | 'customer.watch' }
>;

/** Something that the relay must learn, however long it is away. */
export type Told = Extract<
  Outgoing,
  { name: 'end' | 'customer.heard' | 'media.connected' | 'media.failed' | 'call.quality' | 'call.note' }
>;

/** What is to be done after a fact, in this order. */
export type Effect =
  | { kind: 'voice'; command: VoiceCommand }
  /** The voice page does not answer. `asked`: the agent wants it. */
  | { kind: 'restartVoice'; asked: boolean }
  /** Drop the connection, or the attempt at one, and make it anew. */
  | { kind: 'reconnect' }
  /** The agent has mended something: see whether a call could be taken now. */
  | { kind: 'prove' }
  | { kind: 'ask'; asked: Asked }
  | { kind: 'tell'; told: Told }
  /** The connection is back and in step: say what is still untold. */
  | { kind: 'tellUntold' }
  /** The call is over: nothing about it needs telling any more, but how it sounded and what was written. */
  | { kind: 'forget'; callId: string }
  | { kind: 'record'; record: CallRecord }
  | { kind: 'keepNote'; note: KeptNote }
  | { kind: 'dropNote'; note: Pick<KeptNote, 'callId' | 'agentId' | 'version'> }
  | { kind: 'settings'; change: Partial<DeskSettings> }
  /** Drop the token and the connection. */
  | { kind: 'leave' };

export type Step = { state: DeskState; effects: Effect[] };

export function step(state: DeskState, ...effects: Effect[]): Step {
  return { state, effects };
}

/** Takes one more step, keeping what is already to be done. */
export function andThen(before: Step, next: (state: DeskState) => Step): Step {
  const after = next(before.state);
  return { state: after.state, effects: [...before.effects, ...after.effects] };
}
