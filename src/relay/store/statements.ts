import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** More distinct statements than the relay has; beyond it the oldest are prepared anew. */
const most = 500;

/** A database that prepares each statement once: the relay says the same few dozen sentences all day. */
export function cachingStatements(database: Database.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => {
      database.close();
    },
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = database.prepare(sql);
      const oldest = prepared.size >= most ? prepared.keys().next() : null;
      if (oldest && !oldest.done) prepared.delete(oldest.value);
      prepared.set(sql, statement);
      return statement;
    },
  };
}
