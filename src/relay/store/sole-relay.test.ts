import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { claimFolder, FolderTaken } from './sole-relay.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringdesk-sole-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('lets one relay at a time work on a data folder, and the command line beside it', async () => {
  const letGo = claimFolder(folder);
  expect(() => claimFolder(folder)).toThrow(FolderTaken);
  const db = await openDatabase(folder);
  await db.insertInto('delivery').values({ received_at: 1, body: '{}' }).execute();
  await db.destroy();
  letGo();
  claimFolder(folder)();
});
