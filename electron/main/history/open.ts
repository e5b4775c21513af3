import { existsSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import { keepAside } from '../settings/keep-aside.ts';
import { migrate, NewerFileError } from './schema.ts';

export type Opened =
  | { status: 'opened'; database: Database.Database }
  /** The file could not be used and lies at `aside`; a new one was begun. */
  | { status: 'startedOver'; database: Database.Database; reason: 'corrupt' | 'newer'; aside: string }
  /** The disk does not let us (full, locked, read-only): calls go on, and are forgotten at the next start. */
  | { status: 'inMemory'; database: Database.Database; error: unknown };

/** Opens the history, or begins a new one beside a file that is no database any more. */
export function openHistory(file: string, now: number): Opened {
  try {
    return { status: 'opened', database: open(file) };
  } catch (error) {
    const reason = error instanceof NewerFileError ? 'newer' : isCorrupt(error) ? 'corrupt' : null;
    if (reason === null) return { status: 'inMemory', database: open(':memory:'), error };
    const aside = moveAside(file, now);
    return { status: 'startedOver', database: open(file), reason, aside };
  }
}

export function isCorrupt(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code);
}

/** The log and the index of unwritten pages belong to the file and go with it. */
export function moveAside(file: string, now: number): string {
  const aside = keepAside(file, now);
  for (const companion of ['-wal', '-shm']) {
    if (existsSync(file + companion)) renameSync(file + companion, aside + companion);
  }
  return aside;
}

function open(file: string): Database.Database {
  const database = new Database(file);
  try {
    database.pragma('journal_mode = WAL');
    // The relay sends again what a power cut took: `hello` tells it the newest call that is here.
    database.pragma('synchronous = NORMAL');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
