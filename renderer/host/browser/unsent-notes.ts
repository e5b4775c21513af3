import { z } from 'zod';
import { callNoteSchema } from '../../../src/contract/desk/call-note.ts';
import type { KeptNote, NoteKeeper } from '../../../src/desk/ports.ts';
import { kept } from './storage.ts';

const notesSchema = z.array(callNoteSchema.extend({ callId: z.string(), agentId: z.string() }));

/** Notes that the relay does not have yet, in this profile: a tab that crashes leaves them behind. */
export function createUnsentNotes(storage: Storage): NoteKeeper {
  const notes = kept('unsentNotes', notesSchema, storage);
  const unsent = () => notes.get() ?? [];
  const othersThan = ({ callId, agentId }: Pick<KeptNote, 'callId' | 'agentId'>) =>
    unsent().filter((note) => note.callId !== callId || note.agentId !== agentId);
  return {
    unsent,
    keep: (note) => notes.set([...othersThan(note), note]),
    drop: (dropped) => {
      const mine = unsent().find(({ callId, agentId }) => callId === dropped.callId && agentId === dropped.agentId);
      if (mine !== undefined && mine.version <= dropped.version) notes.set(othersThan(dropped));
    },
  };
}
