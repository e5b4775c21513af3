import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

/** One piece of work that is saved whole or not at all. */
export type Piece<Result> = {
  work(trx: Transaction<Tables>): Promise<Result>;
  /** What follows once it is durable. */
  committed(): void;
  /** What must be put right when nothing of it was saved; `db` shows what was. */
  undone(db: Db): Promise<void>;
};

type Waiting = {
  attempt(trx: Transaction<Tables>): Promise<Done>;
  undone(db: Db): Promise<void>;
  reject(error: unknown): void;
};

type Done = { waiting: Waiting; settle(): void };

/**
 * Saves what arrives in the same moment by one commit: flushing to the disk takes longer than the work, and in a burst each would
 * wait for all before it. Pieces keep their order, and one that fails takes nothing of its neighbours with it.
 */
export class GroupCommit {
  readonly #db: Db;
  readonly #waiting: Waiting[] = [];
  /** When the last commit was durable, and how long it took, ms. */
  #endedAt = Number.NEGATIVE_INFINITY;
  #took = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  /**
   * @param soon runs what it is given when it is this group's turn; called once for each group
   * @throws what the work throws, with nothing of it saved
   */
  save<Result>(
    { work, committed, undone }: Piece<Result>,
    soon: (commit: () => Promise<void>) => void,
  ): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const waiting: Waiting = {
        async attempt(trx) {
          const result = await work(trx);
          const settle = () => {
            committed();
            resolve(result);
          };
          return { waiting, settle };
        },
        undone,
        reject,
      };
      this.#waiting.push(waiting);
      if (this.#waiting.length === 1) soon(() => this.#commit());
    });
  }

  async #commit(): Promise<void> {
    // Hard on the heels of another, more is waiting at the door: what has reached this process by now comes along.
    if (performance.now() - this.#endedAt < this.#took) await nextTurn();
    const began = performance.now();
    const group = this.#waiting.splice(0);
    const done: Done[] = [];
    try {
      await this.#db.transaction().execute(async (trx) => {
        for (const waiting of group) {
          const one = group.length === 1 ? await waiting.attempt(trx) : await attemptApart(trx, waiting);
          if (one) done.push(one);
        }
      });
      this.#endedAt = performance.now();
      this.#took = this.#endedAt - began;
    } catch (error) {
      for (const { undone, reject } of group) {
        const failure = await undone(this.#db).then(
          () => error,
          (worse: unknown) =>
            new AggregateError([error, worse], 'Nothing was saved, and what follows was not put right'),
        );
        reject(failure);
      }
      return;
    }
    for (const { settle, waiting } of done) {
      try {
        settle();
      } catch (error) {
        waiting.reject(error);
      }
    }
  }
}

/** @returns null when it failed and was undone */
async function attemptApart(trx: Transaction<Tables>, waiting: Waiting): Promise<Done | null> {
  await sql`savepoint piece`.execute(trx);
  try {
    const done = await waiting.attempt(trx);
    await sql`release savepoint piece`.execute(trx);
    return done;
  } catch (error) {
    await sql`rollback to savepoint piece`.execute(trx);
    await sql`release savepoint piece`.execute(trx);
    await waiting.undone(trx);
    waiting.reject(error);
    return null;
  }
}
