import type { Transaction } from 'kysely';
import type { GraphAction } from '../../domain/calls/event.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

/** Something to ask of Meta, with what the request needs. */
export type PendingAction = {
  id: number;
  callId: string;
  wacid: string;
  channelId: string;
  action: GraphAction;
  sdp: string | null;
  status: 'waiting' | 'sent';
  attempts: number;
};

const columns = [
  'graph_action.id',
  'graph_action.call_id as callId',
  'call.wacid',
  'call.channel_id as channelId',
  'graph_action.action',
  'graph_action.sdp',
  'graph_action.status',
  'graph_action.attempts',
] as const;

function pending(db: Db | Transaction<Tables>) {
  return db
    .selectFrom('graph_action')
    .innerJoin('call', 'call.id', 'graph_action.call_id')
    .select(columns)
    .orderBy('graph_action.id')
    .$narrowType<{ action: GraphAction }>();
}

export function allPending(db: Db): Promise<PendingAction[]> {
  return pending(db).execute();
}

export function nextPending(db: Db, callId: string): Promise<PendingAction | undefined> {
  return pending(db).where('graph_action.call_id', '=', callId).limit(1).executeTakeFirst();
}

/** From here on the request may have reached Meta. @returns false when the action was overtaken in the meantime */
export async function markSent(db: Db, id: number): Promise<boolean> {
  const result = await db
    .updateTable('graph_action')
    .set((eb) => ({ status: 'sent' as const, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function forget(trx: Db | Transaction<Tables>, id: number): Promise<void> {
  await trx.deleteFrom('graph_action').where('id', '=', id).execute();
}
