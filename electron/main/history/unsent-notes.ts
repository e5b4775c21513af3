import { z } from 'zod';
import { callNoteSchema } from '../../../src/contract/desk/call-note.ts';
import type { KeptNote, NoteKeeper } from '../../../src/desk/ports.ts';
import type { History } from './history.ts';

const keptNoteSchema = callNoteSchema.extend({ callId: z.string(), agentId: z.string() });

/** Notes that the relay does not have yet, beside the history. Each letter is on the disk before the next is typed. */
export class UnsentNotes implements NoteKeeper {
  readonly #history: History;

  constructor(history: History) {
    this.#history = history;
  }

  unsent(): KeptNote[] {
    const all = 'SELECT call_id AS callId, agent_id AS agentId, text, version FROM unsent_notes';
    return this.#history.use((database) => z.array(keptNoteSchema).parse(database.prepare(all).all()));
  }

  keep(note: KeptNote): void {
    const written = 'INSERT OR REPLACE INTO unsent_notes VALUES (@callId, @agentId, @text, @version)';
    this.#history.use((database) => database.prepare(written).run(note));
  }

  drop({ callId, agentId, version }: Pick<KeptNote, 'callId' | 'agentId' | 'version'>): void {
    const known = 'DELETE FROM unsent_notes WHERE call_id = ? AND agent_id = ? AND version <= ?';
    this.#history.use((database) => database.prepare(known).run(callId, agentId, version));
  }
}
