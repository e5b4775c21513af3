import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Another relay works on this data folder; the message is one line for the operator. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';

  constructor(dataDir: string) {
    super(`Another relay runs on the data folder ${dataDir}: two would ring the same agents and ask Meta twice.`);
  }
}

/** How long an earlier relay may take to end, ms. */
const patience = 3_000;

/**
 * Makes this process the only relay on a data folder, until it lets go or ends in whatever way. The lock is SQLite's own on an empty
 * database beside the real one, which the command line may go on using.
 *
 * @returns lets go
 * @throws FolderTaken
 */
export function claimFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const lock = new Database(join(dataDir, 'relay.lock'), { timeout: patience });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY' ? new FolderTaken(dataDir) : error;
  }
  return () => lock.close();
}
