import type { Transaction } from 'kysely';
import { type Call, dueAt, holderOf } from '../../domain/calls/call.ts';
import type { CallEvent, Effect } from '../../domain/calls/event.ts';
import type { Db } from './database.ts';
import { ask, dropWaiting, type PendingAction } from './graph-actions.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

export async function callByWacid(trx: Trx, wacid: string): Promise<Call | null> {
  const row = await trx.selectFrom('call').select('state').where('wacid', '=', wacid).executeTakeFirst();
  return row === undefined ? null : revive(row.state);
}

export async function callById(trx: Trx | Db, id: string): Promise<Call | null> {
  const row = await trx.selectFrom('call').select('state').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : revive(row.state);
}

export async function liveCalls(db: Db): Promise<Call[]> {
  const rows = await db.selectFrom('call').select('state').where('phase', '<>', 'ended').execute();
  return rows.map((row) => revive(row.state));
}

/** Saves a call together with its effects, its participants and its log row; belongs into one transaction with what caused it. */
export async function saveStep(
  trx: Trx,
  call: Call,
  event: CallEvent,
  effects: readonly Effect[],
  isNew: boolean,
): Promise<PendingAction[]> {
  const { life } = call;
  const over = life.phase === 'ended' ? life : null;
  const columns = {
    phase: life.phase,
    agent_id: holderOf(call),
    outcome: over?.outcome ?? null,
    ended_by: over?.endedBy ?? null,
    code: over?.code ?? null,
    called_at: call.calledAt,
    started_at: over?.startedAt ?? null,
    ended_at: over?.endedAt ?? null,
    duration_seconds: over?.durationSeconds ?? null,
    due_at: dueAt(call),
    state: JSON.stringify(call),
  };
  if (isNew) {
    const { id, wacid, channelId, customerId, direction } = call;
    await trx
      .insertInto('call')
      .values({ id, wacid, channel_id: channelId, customer_id: customerId, direction, ...columns })
      .execute();
  } else {
    await trx.updateTable('call').set(columns).where('id', '=', call.id).execute();
  }
  await trx
    .insertInto('call_log')
    .values({ call_id: call.id, at: event.at, event: eventForLog(event), phase: life.phase })
    .execute();
  return saveEffects(trx, call, event, effects);
}

/** @returns what must be asked of Meta now; what waits behind an earlier question is not in it */
async function saveEffects(
  trx: Trx,
  call: Call,
  event: CallEvent,
  effects: readonly Effect[],
): Promise<PendingAction[]> {
  const asked = effects.flatMap((effect) => (effect.kind === 'graph' ? [effect] : []));
  // What was not sent yet is overtaken by what is asked now, and by Meta's own end.
  if (asked.length > 0 || event.kind === 'terminate') await dropWaiting(trx, call.id);
  const now: PendingAction[] = [];
  for (const { action, sdp } of asked) {
    const pending = await ask(trx, call, action, sdp);
    if (pending.status === 'sent') now.push(pending);
  }
  for (const effect of effects) {
    if (effect.kind !== 'ring') continue;
    await trx
      .insertInto('call_agent')
      .values({ call_id: call.id, agent_id: effect.agentId, called_at: call.calledAt ?? event.at, ended_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  if (call.life.phase === 'ended') {
    await trx.updateTable('call_agent').set({ ended_at: call.life.endedAt }).where('call_id', '=', call.id).execute();
  }
  return now;
}

/** An event as a log row keeps it: no SDP. */
function eventForLog(event: CallEvent): string {
  const { at: _, ...rest } = event;
  return JSON.stringify({
    ...rest,
    ...('sdp' in rest ? { sdp: undefined } : {}),
    ...('offer' in rest ? { offer: undefined } : {}),
  });
}

function revive(state: string): Call {
  // Written by saveStep from a Call and by nothing else; calls from before there were limits have none.
  const call = { limitMs: null, ...JSON.parse(state) } as Call;
  return call.life.phase === 'onCall' ? { ...call, life: { ...call.life, until: call.life.until ?? null } } : call;
}
