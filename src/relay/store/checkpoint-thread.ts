import { setTimeout as wait } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { z } from 'zod';

/** The thread of `checkpoints.ts`. A passive checkpoint waits for nobody, and nobody waits for it. */
const { databaseFile } = z.object({ databaseFile: z.string() }).parse(workerData);
const database = new Database(databaseFile, { fileMustExist: true });
database.pragma('synchronous = FULL');
database.pragma('busy_timeout = 0');
for (;;) {
  const [{ log }] = z.tuple([z.object({ log: z.number() })]).parse(database.pragma('wal_checkpoint(PASSIVE)'));
  // Where the log is about to begin anew (`wal_autocheckpoint`), a commit has to move what is left: let it be little.
  await wait(log > 2_000 ? 50 : 250);
}
