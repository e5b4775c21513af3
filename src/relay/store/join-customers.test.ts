import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { joinedTables, movedTables } from './join-customers.ts';

it('is about every table that belongs to a customer', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ringdesk-join-'));
  const db = await openDatabase(dataDir);
  const { rows } = await sql<{ name: string }>`
    select distinct sqlite_master.name from sqlite_master, pragma_table_info(sqlite_master.name) column
    where sqlite_master.type = 'table' and column.name = 'customer_id' order by 1`.execute(db);
  expect([...movedTables, ...joinedTables].sort()).toEqual(rows.map(({ name }) => name));
  await db.destroy();
  rmSync(dataDir, { recursive: true });
});
