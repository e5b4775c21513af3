import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Db, openDatabase } from './database.ts';
import { GroupCommit } from './group-commit.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringdesk-group-'));
let db: Db;
beforeAll(async () => {
  db = await openDatabase(folder);
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

/** Pieces that save their number and then fail or do not, all begun in the same moment. */
async function saveAll(fails: readonly boolean[]) {
  await db.deleteFrom('delivery').execute();
  const group = new GroupCommit(db);
  const told: string[] = [];
  let commits = 0;
  const saved = fails.map((failing, index) =>
    group.save(
      {
        async work(trx) {
          await trx
            .insertInto('delivery')
            .values({ received_at: index, body: String(index) })
            .execute();
          if (failing) throw new Error(`piece ${index}`);
          return index;
        },
        committed: () => told.push(`committed ${index}`),
        undone: async () => void told.push(`undone ${index}`),
      },
      (commit) => {
        commits++;
        // The lane is not free at once.
        setImmediate(() => void commit());
      },
    ),
  );
  const fates = await Promise.allSettled(saved);
  const rows = await db.selectFrom('delivery').select('received_at').orderBy('id').execute();
  return { fates, told, commits, rows: rows.map((row) => row.received_at) };
}

it('saves what came at once by one commit, in order; what fails takes nothing with it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), async (fails) => {
      const { fates, told, commits, rows } = await saveAll(fails);
      const numbers = fails.map((failing, index) => ({ failing, index }));
      const good = numbers.filter(({ failing }) => !failing).map(({ index }) => index);
      expect(rows).toEqual(good);
      expect(commits).toBe(1);
      expect(fates.map(({ status }) => status === 'rejected')).toEqual(fails);
      expect(told.filter((line) => line.startsWith('committed'))).toEqual(good.map((index) => `committed ${index}`));
      for (const { failing, index } of numbers) expect(told.includes(`undone ${index}`)).toBe(failing);
    }),
    { numRuns: 30 },
  );
});

it('tells all of them when nothing could be saved', async () => {
  const broken = await openDatabase(mkdtempSync(join(folder, 'broken-')));
  const group = new GroupCommit(broken);
  const piece = { work: async () => 1, committed: () => undefined, undone: async () => undefined };
  await broken.destroy();
  const fates = await Promise.allSettled([1, 2].map(() => group.save(piece, (commit) => void commit())));
  expect(fates.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
