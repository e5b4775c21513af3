import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import { createLog } from '../log.ts';
import { startCheckpoints } from './checkpoints.ts';

it('moves what was committed into the database while its writer does something else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringdesk-checkpoints-'));
  const file = join(folder, 'ringdesk.sqlite');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('wal_autocheckpoint = 0');
  database.exec('create table note (text text)');
  database.prepare('insert into note (text) values (?)').run('one');
  /** What the database holds without its log. */
  const moved = (): unknown => {
    const alone = join(folder, 'alone.sqlite');
    copyFileSync(file, alone);
    const copy = new Database(alone);
    try {
      return copy.prepare('select text from note').pluck().all();
    } catch {
      return null;
    } finally {
      copy.close();
    }
  };
  expect(moved()).toBeNull();

  const checkpoints = startCheckpoints(file, createLog('silent'), 0);
  await vi.waitFor(() => expect(moved()).toEqual(['one']), { timeout: 10_000 });
  database.prepare('insert into note (text) values (?)').run('two');
  await vi.waitFor(() => expect(moved()).toEqual(['one', 'two']), { timeout: 10_000 });

  await checkpoints.stop();
  database.close();
  rmSync(folder, { recursive: true });
});
