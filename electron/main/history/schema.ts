import type { Database } from 'better-sqlite3';

/** Each step brings the file from the version of its index to the next; `user_version` counts them. Never change one that shipped. */
const migrations: readonly string[] = [
  /*
   * `position` is the order of the list: the instant of the call in milliseconds times 1000, plus a number that tells calls of the same
   * millisecond apart. The full-text index shares it, so that a search comes out in the list's order without sorting.
   */
  `
  CREATE TABLE calls (
    position INTEGER PRIMARY KEY,
    call_id TEXT NOT NULL UNIQUE,
    direction TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    channel_name TEXT NOT NULL,
    channel_number TEXT,
    customer_id TEXT NOT NULL,
    customer_name TEXT,
    customer_username TEXT,
    customer_phone TEXT,
    customer_country TEXT,
    outcome TEXT NOT NULL,
    ended_by TEXT,
    code TEXT,
    sentence TEXT,
    agent_name TEXT,
    called_at INTEGER NOT NULL,
    started_at INTEGER,
    ended_at INTEGER NOT NULL,
    duration_seconds INTEGER NOT NULL,
    search TEXT NOT NULL
  ) STRICT;
  CREATE INDEX calls_by_end ON calls (ended_at);
  CREATE VIRTUAL TABLE calls_search USING fts5(search, content='calls', content_rowid='position', tokenize='trigram remove_diacritics 1');
  CREATE TRIGGER calls_inserted AFTER INSERT ON calls BEGIN
    INSERT INTO calls_search (rowid, search) VALUES (new.position, new.search);
  END;
  CREATE TRIGGER calls_deleted AFTER DELETE ON calls BEGIN
    INSERT INTO calls_search (calls_search, rowid, search) VALUES ('delete', old.position, old.search);
  END;
  `,
  // The call card asks for the last call with a customer while it rings.
  'CREATE INDEX calls_by_customer ON calls (customer_id, position)',
  // How the call sounded, JSON; calls from before have none.
  'ALTER TABLE calls ADD COLUMN quality TEXT',
  // What the agent wrote about the call, who that is, and what the relay has not acknowledged of it.
  `
  ALTER TABLE calls ADD COLUMN agent_id TEXT;
  ALTER TABLE calls ADD COLUMN note TEXT;
  ALTER TABLE calls ADD COLUMN note_version INTEGER;
  CREATE TABLE unsent_notes (
    call_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    text TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (call_id, agent_id)
  ) STRICT;
  `,
];

export const currentVersion = migrations.length;

/** @param to the version to stop at. @throws {NewerFileError} when a newer Ringdesk wrote the file */
export function migrate(database: Database, to = currentVersion): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > currentVersion) throw new NewerFileError(version);
  for (let next = version; next < to; next += 1) {
    database.transaction(() => {
      database.exec(migrations[next] ?? '');
      database.pragma(`user_version = ${next + 1}`);
    })();
  }
}

export class NewerFileError extends Error {
  constructor(version: number) {
    super(`the history has version ${version}, this Ringdesk knows ${currentVersion}`);
    this.name = 'NewerFileError';
  }
}
