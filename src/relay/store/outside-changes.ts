import { sql } from 'kysely';
import type { Log } from '../log.ts';
import type { Db } from './database.ts';

/** How soon the running relay notices what the command line changed, ms. */
const lookEvery = 1_000;

/**
 * Tells when another process has written to the database, as the command line does. SQLite counts the writes of others
 * (`PRAGMA data_version`), so that looking costs next to nothing.
 *
 * @returns stops looking
 */
export function watchOutsideChanges(db: Db, log: Log, onChange: () => Promise<void>): () => void {
  let known: number | null = null;
  let looking = false;
  let stopped = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      const { rows } = await sql<{ data_version: number }>`PRAGMA data_version`.execute(db);
      const version = rows[0]?.data_version ?? null;
      // The first look counts too: what is held in memory was read a moment before it.
      if (version !== known) await onChange();
      known = version;
    } catch (error) {
      if (!stopped) log.error({ err: error }, 'Changes from the command line could not be looked for; trying again');
    } finally {
      looking = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), lookEvery).unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
