import type { Selectable, Transaction } from 'kysely';
import { type Call, dueAt, holderOf } from '../../domain/calls/call.ts';
import type { CallEvent, Effect } from '../../domain/calls/event.ts';
import type { Pair } from './acquaintances.ts';
import type { Db } from './database.ts';
import { ask, dropWaiting, type PendingAction } from './graph-actions.ts';
import { type BlankFor, prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

export async function callByWacid(trx: Trx, wacid: string): Promise<Call | null> {
  const [row] = (await stateByWacid(trx, { wacid })).rows;
  return row === undefined ? null : revive(row);
}

const stateByWacid = prepare<{ wacid: string }>()((db, blank) =>
  db.selectFrom('call').select(['state', 'customer_id']).where('wacid', '=', blank('wacid')),
);

export async function callById(trx: Trx | Db, id: string): Promise<Call | null> {
  const [row] = (await stateById(trx, { id })).rows;
  return row === undefined ? null : revive(row);
}

const stateById = prepare<{ id: string }>()((db, blank) =>
  db.selectFrom('call').select(['state', 'customer_id']).where('id', '=', blank('id')),
);

export async function liveCalls(db: Db): Promise<Call[]> {
  const rows = await db.selectFrom('call').select(['state', 'customer_id']).where('phase', '<>', 'ended').execute();
  return rows.map(revive);
}

/** Whether a customer is in a call on a channel, or one rings. */
export async function isInCall(trx: Trx, { channelId, customerId }: Pair): Promise<boolean> {
  const row = await trx
    .selectFrom('call')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('channel_id', '=', channelId)
    .where('phase', '<>', 'ended')
    .executeTakeFirst();
  return row !== undefined;
}

export async function ringingCalls(trx: Trx): Promise<Call[]> {
  const rows = await trx.selectFrom('call').select(['state', 'customer_id']).where('phase', '=', 'ringing').execute();
  return rows.map(revive);
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
    wacid: call.wacid ?? `${unnamed}${call.id}`,
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
    invited_by: call.invitedBy,
    state: JSON.stringify(call),
  };
  if (isNew) {
    const { id, channelId, customerId, direction } = call;
    await insertCall(trx, { id, channel_id: channelId, customer_id: customerId, direction, ...columns });
  } else {
    await updateCall(trx, { id: call.id, ...columns });
  }
  await insertLog(trx, { call_id: call.id, at: event.at, event: eventForLog(event), phase: life.phase });
  return saveEffects(trx, call, event, effects);
}

/** What stands for the wacid of a call that Meta has not named yet. */
const unnamed = 'unnamed:';

type Row = Omit<Selectable<Tables['call']>, 'quality' | 'note' | 'note_version'>;
type Changing = Omit<Row, 'channel_id' | 'customer_id' | 'direction'>;

const changing = (blank: BlankFor<Changing>) => ({
  wacid: blank('wacid'),
  phase: blank('phase'),
  agent_id: blank('agent_id'),
  outcome: blank('outcome'),
  ended_by: blank('ended_by'),
  code: blank('code'),
  called_at: blank('called_at'),
  started_at: blank('started_at'),
  ended_at: blank('ended_at'),
  duration_seconds: blank('duration_seconds'),
  due_at: blank('due_at'),
  invited_by: blank('invited_by'),
  state: blank('state'),
});

const insertCall = prepare<Row>()((db, blank) =>
  db.insertInto('call').values({
    id: blank('id'),
    channel_id: blank('channel_id'),
    customer_id: blank('customer_id'),
    direction: blank('direction'),
    ...changing(blank),
  }),
);

const updateCall = prepare<Changing>()((db, blank) =>
  db.updateTable('call').set(changing(blank)).where('id', '=', blank('id')),
);

const insertLog = prepare<Omit<Selectable<Tables['call_log']>, 'id'>>()((db, blank) =>
  db
    .insertInto('call_log')
    .values({ call_id: blank('call_id'), at: blank('at'), event: blank('event'), phase: blank('phase') }),
);

/** @returns what must be asked of Meta now; what waits behind an earlier question is not in it */
async function saveEffects(
  trx: Trx,
  call: Call,
  event: CallEvent,
  effects: readonly Effect[],
): Promise<PendingAction[]> {
  const asked = effects.flatMap((effect) => (effect.kind === 'graph' ? [effect] : []));
  // What was not sent yet is overtaken by what is asked now, and by Meta's own end.
  const overtakes = asked.length > 0 || event.kind === 'terminate' || effects.some(({ kind }) => kind === 'unask');
  if (overtakes) await dropWaiting(trx, call.id);
  const now: PendingAction[] = [];
  for (const { action, sdp } of asked) {
    const pending = await ask(trx, call, action, sdp);
    if (pending.status === 'sent') now.push(pending);
  }
  const called_at = call.calledAt ?? event.at;
  if (event.kind === 'dial') await insertAgent(trx, { call_id: call.id, agent_id: event.agentId, called_at });
  for (const effect of effects) {
    if (effect.kind === 'ring') await insertAgent(trx, { call_id: call.id, agent_id: effect.agentId, called_at });
  }
  if (call.life.phase === 'ended') await endForAgents(trx, { call_id: call.id, ended_at: call.life.endedAt });
  return now;
}

type AgentRow = Tables['call_agent'];

const insertAgent = prepare<Omit<AgentRow, 'ended_at'>>()((db, blank) =>
  db
    .insertInto('call_agent')
    .values({ call_id: blank('call_id'), agent_id: blank('agent_id'), called_at: blank('called_at'), ended_at: null })
    .onConflict((conflict) => conflict.doNothing()),
);

const endForAgents = prepare<Pick<AgentRow, 'call_id' | 'ended_at'>>()((db, blank) =>
  db
    .updateTable('call_agent')
    .set({ ended_at: blank('ended_at') })
    .where('call_id', '=', blank('call_id')),
);

/** An event as a log row keeps it: no SDP. */
function eventForLog(event: CallEvent): string {
  const { at: _, ...rest } = event;
  return JSON.stringify({
    ...rest,
    ...('sdp' in rest ? { sdp: undefined } : {}),
    ...('offer' in rest ? { offer: undefined } : {}),
  });
}

/** Whose call it is the column says: a customer may have turned out to be another. */
function revive({ state, customer_id: customerId }: Pick<Row, 'state' | 'customer_id'>): Call {
  // Written by saveStep from a Call and by nothing else; calls from before there were limits, outbound calls, invitations, assigned agents or reasons have none.
  const none = { limitMs: null, answer: null, rang: false, invitedBy: null, assignedTo: null, reason: null };
  const call = { ...none, ...JSON.parse(state), customerId } as Call;
  return call.life.phase === 'onCall' ? { ...call, life: { ...call.life, until: call.life.until ?? null } } : call;
}
