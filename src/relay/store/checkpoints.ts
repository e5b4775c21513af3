import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';

/** Beside what runs from the source lies the source, beside what was built lies what was built. */
const thread = new URL(
  import.meta.url.endsWith('.ts') ? './checkpoint-thread.ts' : './checkpoint-thread.js',
  import.meta.url,
);

/**
 * Moves what was committed from SQLite's log into the database beside the relay's own work: done by a commit, as it is without this, it
 * holds up every desk for as long as the disk takes. Should the thread fail, commits do it again.
 *
 * @param after a relay that is young has little to move, ms
 */
export function startCheckpoints(databaseFile: string, log: Log, after = 5_000): { stop(): Promise<void> } {
  let worker: Worker | null = null;
  const begin = setTimeout(() => {
    worker = new Worker(thread, { workerData: { databaseFile } });
    worker.unref();
    worker.on('error', (error) => log.warn({ err: error }, 'The log of the database is moved by commits again'));
  }, after).unref();
  return {
    async stop() {
      clearTimeout(begin);
      await worker?.terminate();
    },
  };
}
