import type { Transaction } from 'kysely';
import type { Call } from '../../domain/calls/call.ts';
import type { GraphAction } from '../../domain/calls/event.ts';
import type { Db } from './database.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

/** Something to ask of Meta, with what the request needs. */
export type PendingAction = {
  id: number;
  callId: string;
  /** Null for a call that Meta has not named yet. */
  wacid: string | null;
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

/**
 * Saves something to ask. Behind an earlier question of the same call it waits; otherwise it counts as sent from the same commit on,
 * because it leaves at once: after a crash, a request that may have arrived must never be taken for one that did not.
 */
export async function ask(
  trx: Transaction<Tables>,
  call: Call,
  action: GraphAction,
  sdp: string | null,
): Promise<PendingAction> {
  const before = await trx
    .selectFrom('graph_action')
    .select('id')
    .where('call_id', '=', call.id)
    .limit(1)
    .executeTakeFirst();
  const state = before ? ({ status: 'waiting', attempts: 0 } as const) : ({ status: 'sent', attempts: 1 } as const);
  const { id } = await trx
    .insertInto('graph_action')
    .values({ call_id: call.id, action, sdp, ...state })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, callId: call.id, wacid: call.wacid, channelId: call.channelId, action, sdp, ...state };
}

export async function dropWaiting(trx: Transaction<Tables>, callId: string): Promise<void> {
  await deleteWaiting(trx, { callId });
}

const deleteWaiting = prepare<{ callId: string }>()((db, blank) =>
  db.deleteFrom('graph_action').where('call_id', '=', blank('callId')).where('status', '=', 'waiting'),
);

/** From here on the request may have reached Meta. @returns false when the action was overtaken in the meantime */
export async function markSent(db: Db, id: number): Promise<boolean> {
  const result = await db
    .updateTable('graph_action')
    .set((eb) => ({ status: 'sent' as const, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/**
 * It certainly did not arrive, or may arrive twice: it waits for its next turn.
 *
 * @returns false when the call wants something else by now; then it is forgotten
 */
export async function markWaiting(db: Db, { id, callId, action }: PendingAction): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const mine = trx.selectFrom('graph_action').select('id').where('call_id', '=', callId);
    const newer = await mine.where('id', '>', id).limit(1).executeTakeFirst();
    const call = await trx.selectFrom('call').select('phase').where('id', '=', callId).executeTakeFirst();
    // A call that was given up in the meantime is not begun any more.
    const overtaken = newer !== undefined || (action === 'connect' && call?.phase !== 'dialling');
    if (overtaken) await forget(trx, id);
    else await trx.updateTable('graph_action').set({ status: 'waiting' }).where('id', '=', id).execute();
    return !overtaken;
  });
}

/** How Meta reaches a customer: by phone, or by their business-scoped user id (§3.2). */
export type Address = { phone: string | null; bsuid: string | null };

/** Whom a call is for. */
export function addressOf(db: Db, callId: string): Promise<Address> {
  return db
    .selectFrom('call')
    .innerJoin('customer', 'customer.id', 'call.customer_id')
    .select(['customer.phone', 'customer.bsuid'])
    .where('call.id', '=', callId)
    .executeTakeFirstOrThrow();
}

export async function forget(trx: Db | Transaction<Tables>, id: number): Promise<void> {
  await trx.deleteFrom('graph_action').where('id', '=', id).execute();
}
