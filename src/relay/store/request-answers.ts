import type { Selectable, Transaction } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;
export type RequestAnswer = Selectable<Tables['request_answer']>;

/** Keeps what became of a request until its agent has heard it; known by its key, it is told once. Belongs into the transaction of its cause. */
export async function keepAnswer(trx: Trx, answer: Omit<RequestAnswer, 'told_at'>): Promise<void> {
  await trx
    .insertInto('request_answer')
    .values({ ...answer, told_at: null })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** What an agent has not heard yet, oldest first. */
export function untoldAnswers(db: Db, agentId: string): Promise<RequestAnswer[]> {
  return db
    .selectFrom('request_answer')
    .selectAll()
    .where('agent_id', '=', agentId)
    .where('told_at', 'is', null)
    .orderBy('at')
    .execute();
}

export async function answersTold(db: Db, keys: readonly string[], at: number): Promise<void> {
  await db.updateTable('request_answer').set({ told_at: at }).where('key', 'in', keys).execute();
}
