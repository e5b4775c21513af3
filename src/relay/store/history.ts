import { type RawBuilder, sql } from 'kysely';
import type { CallsPage } from '../../contract/api/session.ts';
import type { CallRecord } from '../../contract/desk/socket.ts';
import { toCustomer } from '../calls/facts.ts';
import { sentenceFor } from '../calls/sentence.ts';
import { readNote } from './call-note.ts';
import type { Db } from './database.ts';
import { whoIs } from './join-customers.ts';
import { prepare } from './prepare.ts';
import { readQuality } from './quality.ts';

function records(db: Db) {
  return db
    .selectFrom('call')
    .innerJoin('channel', 'channel.id', 'call.channel_id')
    .innerJoin('customer', 'customer.id', 'call.customer_id')
    .leftJoin('agent', 'agent.id', 'call.agent_id')
    .where('call.phase', '=', 'ended')
    .select([
      'call.id',
      'call.direction',
      'call.outcome',
      'call.ended_by',
      'call.code',
      'call.called_at',
      'call.started_at',
      'call.ended_at',
      'call.duration_seconds',
      'call.quality',
      'call.agent_id',
      'call.note',
      'call.note_version',
      'channel.id as channel_id',
      'channel.name as channel_name',
      'channel.number as channel_number',
      'customer.id as customer_id',
      'customer.name as customer_name',
      'customer.given_name as customer_given_name',
      'customer.username as customer_username',
      'customer.phone as customer_phone',
      'agent.name as agent_name',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof records>['execute']>>[number];

/** The record of an ended call, and the agents whose history it belongs to. */
export async function recordOf(db: Db, callId: string): Promise<{ record: CallRecord; agentIds: string[] } | null> {
  const [row] = (await recordWith(db, { callId })).rows;
  if (row === undefined) return null;
  const { rows: agents } = await agentsOf(db, { callId });
  return { record: toRecord(row), agentIds: agents.map((agent) => agent.agent_id) };
}

const recordWith = prepare<{ callId: string }>()((db, blank) => records(db).where('call.id', '=', blank('callId')));

const agentsOf = prepare<{ callId: string }>()((db, blank) =>
  db.selectFrom('call_agent').select('agent_id').where('call_id', '=', blank('callId')),
);

/** Calls with a customer on some channels, whoever had them; newest first. */
export async function callsWith(
  db: Db,
  customerId: string,
  channelIds: readonly string[],
  limit: number,
): Promise<CallRecord[]> {
  const rows = await records(db)
    .where('call.customer_id', '=', customerId)
    .where('call.channel_id', 'in', channelIds)
    .orderBy('call.called_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toRecord);
}

/** Calls of an agent that ended after an instant, newest first, at most 200. */
export async function endedSince(db: Db, agentId: string, since: number): Promise<CallRecord[]> {
  const rows = await ofAgent(db, agentId).where('call_agent.ended_at', '>', since).limit(200).execute();
  return rows.map(toRecord);
}

/** One page of an agent's calls, newest first. */
export async function pageOfCalls(
  db: Db,
  agentId: string,
  query: { before?: number | undefined; limit: number; search?: string | undefined; customerId?: string | undefined },
): Promise<CallsPage> {
  let found = ofAgent(db, agentId);
  const search = query.search?.trim().toLowerCase();
  if (search) found = found.where(({ or }) => or(matches(search)));
  if (query.customerId !== undefined) {
    found = found.where('call.customer_id', '=', await whoIs(db, query.customerId));
  }
  const older = query.before === undefined ? found : found.where('call_agent.called_at', '<', query.before);
  const rows = await older.limit(query.limit + 1).execute();
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  if (last === undefined || rows.length <= query.limit) return { calls: page.map(toRecord), more: false };
  // Meta counts in whole seconds: calls of the same instant stay on one page, or the next page would skip them.
  const same = await found.where('call_agent.called_at', '=', last.listed_at).execute();
  const known = new Set(page.map((row) => row.id));
  const whole = [...page, ...same.filter((row) => !known.has(row.id))];
  const next = await found.where('call_agent.called_at', '<', last.listed_at).limit(1).execute();
  return { calls: whole.map(toRecord), more: next.length > 0 };
}

/** Names and username by any part, the number by its digits. */
export function matches(search: string): RawBuilder<boolean>[] {
  const pattern = anywhere(search);
  // "+62 812-55" is a number; a name with a digit in it is not.
  const digits = /^[\d\s()+-]+$/.test(search) ? search.replace(/\D/g, '') : '';
  return [
    like('customer.name', pattern),
    like('customer.given_name', pattern),
    like('customer.username', pattern),
    ...(digits ? [like('customer.phone', `%${digits}%`)] : []),
  ];
}

/** @param what a pattern in lower case */
export function like(column: string, what: string): RawBuilder<boolean> {
  return sql<boolean>`lower(${sql.ref(column)}) like ${what} escape '\\'`;
}

/** The pattern of what holds some letters, to the letter. */
export function anywhere(letters: string): string {
  return `%${letters.replace(/[\\%_]/g, '\\$&')}%`;
}

function ofAgent(db: Db, agentId: string) {
  return (
    records(db)
      .innerJoin('call_agent', 'call_agent.call_id', 'call.id')
      .where('call_agent.agent_id', '=', agentId)
      .select('call_agent.called_at as listed_at')
      .orderBy('call_agent.called_at', 'desc')
      // Meta counts in whole seconds: of two calls of the same second the one that ended last is the newer.
      .orderBy('call.ended_at', 'desc')
  );
}

function toRecord(row: Row): CallRecord {
  const endedAt = row.ended_at ?? 0;
  return {
    callId: row.id,
    direction: row.direction,
    channel: { id: row.channel_id, name: row.channel_name, number: row.channel_number },
    customer: toCustomer({
      id: row.customer_id,
      name: row.customer_name,
      given_name: row.customer_given_name,
      username: row.customer_username,
      phone: row.customer_phone,
    }),
    outcome: row.outcome ?? 'disconnected',
    endedBy: row.ended_by,
    code: row.code,
    sentence: sentenceFor(row.code),
    agentName: row.agent_name,
    calledAt: row.called_at ?? endedAt,
    startedAt: row.started_at,
    endedAt,
    durationSeconds: row.duration_seconds ?? 0,
    quality: readQuality(row.quality),
    agentId: row.agent_id,
    note: readNote(row),
  };
}
