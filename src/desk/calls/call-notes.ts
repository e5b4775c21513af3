import type { CallRecord, DeskToRelay } from '../../contract/desk/socket.ts';
import type { Reply } from '../../contract/desk/words.ts';
import type { DeskCommand, DeskView, NoteView } from '../../contract/window/view.ts';
import { type CallNote, laterNote, nextVersion } from '../../domain/calls/call-note.ts';
import type { KeptNote } from '../ports.ts';
import { type Effect, type Step, step } from '../state/effects.ts';
import type { DeskNote, DeskState } from '../state/state.ts';

type Written = Extract<DeskCommand, { kind: 'writeNote' }>;

/** What is typed is kept on this computer at once, and then told. */
export function writeNote(state: DeskState, { callId, text, seen }: Written, at: number): Step {
  const agentId = agentOf(state);
  if (agentId === null) return step(state);
  const before = find(state, callId);
  const version = nextVersion(Math.max(seen, before?.version ?? 0), at);
  const note: DeskNote = { callId, agentId, text, version, stand: 'unsent', kept: true };
  return step(replace(state, note), { kind: 'keepNote', note: kept(note) }, tell(note));
}

/** This computer's disk did not take it. */
export function noteNotKept(state: DeskState, callId: string, version: number): DeskState {
  const note = find(state, callId);
  return note?.version === version ? replace(state, { ...note, kept: false }) : state;
}

type Told = Parameters<DeskToRelay['call.note']>[0];

/** What became of a state of the note; what was typed since is another matter. */
export function noteTold(state: DeskState, { callId, note: told }: Told, reply: Reply): Step {
  const note = find(state, callId);
  if (note?.version !== told.version || note.stand === 'sent') return step(state);
  if (!reply.ok) return step(replace(state, { ...note, stand: 'refused' }));
  return step(replace(state, { ...note, stand: 'sent' }), { kind: 'dropNote', note: kept(note) });
}

/** The relay is back: what it does not have yet is told, and what it would not take is tried once more. */
export function tellUnsentNotes(state: DeskState): Step {
  const unsent = state.notes.filter((note) => note.agentId === agentOf(state) && note.stand !== 'sent');
  const notes = state.notes.map((note): DeskNote => (unsent.includes(note) ? { ...note, stand: 'unsent' } : note));
  return step({ ...state, notes }, ...unsent.map(tell));
}

/** The record has this note, or a later one from another desk: it speaks for itself from now on. */
export function noteOfRecord(state: DeskState, record: CallRecord): Step {
  const note = find(state, record.callId);
  if (note === null || record.note === null || laterNote<CallNote>(record.note, note) !== record.note)
    return step(state);
  const notes = state.notes.filter((other) => other !== note);
  return step({ ...state, notes }, { kind: 'dropNote', note: kept(note) });
}

export function viewNotes(state: DeskState): DeskView['notes'] {
  const own = state.notes.filter(({ agentId }) => agentId === agentOf(state));
  return Object.fromEntries(
    own.map((note) => [note.callId, { text: note.text, version: note.version, stand: standOf(state, note) }]),
  );
}

function standOf({ connection }: DeskState, note: DeskNote): NoteView['stand'] {
  if (note.stand === 'sent') return 'sent';
  if (note.stand === 'unsent' && connection.status === 'online') return 'sending';
  return note.kept ? 'here' : 'unkept';
}

const agentOf = ({ session }: DeskState) => (session.status === 'signedIn' ? session.agent.id : null);

function find(state: DeskState, callId: string): DeskNote | null {
  return state.notes.find((note) => note.callId === callId && note.agentId === agentOf(state)) ?? null;
}

function replace(state: DeskState, note: DeskNote): DeskState {
  const others = state.notes.filter(({ callId, agentId }) => callId !== note.callId || agentId !== note.agentId);
  return { ...state, notes: [...others, note] };
}

function kept({ callId, agentId, text, version }: DeskNote): KeptNote {
  return { callId, agentId, text, version };
}

function tell({ callId, text, version }: DeskNote): Effect {
  return { kind: 'tell', told: { name: 'call.note', body: { callId, note: { text, version } } } };
}
