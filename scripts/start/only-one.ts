import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Claims a folder for this process: two relays on the same data would disturb each other. The claim is a lock of the system, so
 * that it ends with the process, however that ends.
 *
 * @returns gives the claim up; null when another process has it
 */
export function claimFolder(folder: string): (() => void) | null {
  mkdirSync(folder, { recursive: true });
  const lock = new Database(join(folder, 'in-use.sqlite'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
  return () => lock.close();
}
