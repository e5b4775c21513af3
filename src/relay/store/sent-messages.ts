import type { Selectable, Transaction } from 'kysely';
import { afterGiven, type Given } from '../../domain/messages/progress.ts';
import type { Pair } from './acquaintances.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;
export type SentMessage = Selectable<Tables['sent_message']>;

/**
 * A message is about to leave; saved before it does, so that after a crash it is known that it may have arrived. One that certainly did not
 * is replaced by its next attempt.
 */
export async function keepMessage(trx: Trx, message: SentMessage): Promise<void> {
  const { id: _, ...columns } = message;
  await trx
    .insertInto('sent_message')
    .values(message)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

export function messageById(db: Db | Trx, id: string): Promise<SentMessage | undefined> {
  return db.selectFrom('sent_message').selectAll().where('id', '=', id).executeTakeFirst();
}

/** By Meta's id of it, or by ours, which Meta gives back. */
export async function messageOf(trx: Trx, wamid: string, tracking: string | null): Promise<SentMessage | undefined> {
  const named = await trx.selectFrom('sent_message').selectAll().where('wamid', '=', wamid).executeTakeFirst();
  return named ?? (tracking === null ? undefined : messageById(trx, tracking));
}

/** What was sent to a customer on a channel, and by whom; newest first. */
export function messagesTo(
  db: Db | Trx,
  { channelId, customerId }: Pair,
  limit = 200,
): Promise<(SentMessage & { agent_name: string | null })[]> {
  return db
    .selectFrom('sent_message')
    .leftJoin('agent', 'agent.id', 'sent_message.agent_id')
    .selectAll('sent_message')
    .select('agent.name as agent_name')
    .where('customer_id', '=', customerId)
    .where('channel_id', '=', channelId)
    .orderBy('sent_at', 'desc')
    .limit(limit)
    .execute();
}

/** Saves how far a message got. */
export async function saveState(
  trx: Trx,
  id: string,
  state: Pick<SentMessage, 'state' | 'state_at'> & Partial<Pick<SentMessage, 'wamid' | 'code'>>,
): Promise<void> {
  await trx.updateTable('sent_message').set(state).where('id', '=', id).execute();
}

/** Saves what came of giving a message to Meta. @returns how it is saved now */
export async function saveGiven(trx: Trx, message: SentMessage, given: Given, at: number): Promise<SentMessage> {
  const before = (await messageById(trx, message.id)) ?? message;
  const { wamid, state, code } = afterGiven(before, given);
  const saved = { wamid, state, code, state_at: state === before.state ? before.state_at : at };
  await saveState(trx, message.id, saved);
  return { ...before, ...saved };
}

/** Messages that an earlier run was sending when it ended: whether they left is not known. */
export async function giveUpSending(db: Db, at: number): Promise<void> {
  const unknown = { state: 'unknown', state_at: at } as const;
  await db.updateTable('sent_message').set(unknown).where('state', '=', 'sending').execute();
}
