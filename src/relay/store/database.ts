import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrationProvider } from './migrations.ts';
import { cachingStatements } from './statements.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

export const databaseFile = (dataDir: string): string => join(dataDir, 'ringdesk.sqlite');

/**
 * Opens (and makes, and brings up to date) the relay's database: SQLite in WAL mode with `synchronous=FULL`, so that what was
 * committed survives the loss of power.
 *
 * @param dataDir is created when missing
 */
export async function openDatabase(dataDir: string): Promise<Db> {
  mkdirSync(dataDir, { recursive: true });
  const database = new Database(databaseFile(dataDir));
  database.pragma('journal_mode = WAL');
  // Each step of a migration commits by itself. None can be torn, and the flush below makes all of them last.
  database.pragma('synchronous = NORMAL');
  // The same pages are written by every call: moving them into the database less often (16 MB of log) costs each commit less.
  database.pragma('wal_autocheckpoint = 4000');
  database.pragma('foreign_keys = ON');
  // Waiting holds up every desk: a second writer (the command line) must be quick.
  database.pragma('busy_timeout = 250');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: cachingStatements(database) }) });
  // Steps that were made side by side do not depend on each other, and may have been taken in another order than their names say.
  const migrator = new Migrator({ db, provider: migrationProvider, allowUnorderedMigrations: true });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) {
    await db.destroy();
    throw error;
  }
  database.pragma('synchronous = FULL');
  if (results.length > 0) database.pragma('wal_checkpoint(PASSIVE)');
  return db;
}
