import type { Transaction } from 'kysely';
import { type CallNote, laterNote } from '../../domain/calls/call-note.ts';
import type { Tables } from './tables.ts';

/** Keeps what was written about a call, unless something later is there. @returns whether it is another note now */
export async function saveNote(trx: Transaction<Tables>, callId: string, note: CallNote): Promise<boolean> {
  const row = await trx.selectFrom('call').select(['note', 'note_version']).where('id', '=', callId).executeTakeFirst();
  const kept = row === undefined ? null : readNote(row);
  if (kept !== null && laterNote(kept, note) === kept) return false;
  await trx.updateTable('call').set({ note: note.text, note_version: note.version }).where('id', '=', callId).execute();
  return true;
}

export function readNote({ note, note_version }: Pick<Row, 'note' | 'note_version'>): CallNote | null {
  return note === null || note_version === null ? null : { text: note, version: Number(note_version) };
}

type Row = { note: string | null; note_version: number | null };
