import { z } from 'zod';
import { type CallRecord, callRecordSchema } from '../../../src/contract/desk/socket.ts';
import { searchText } from './search-text.ts';

/** A call as it lies in the table; see `schema.ts` for `position`. */
const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type Row = z.infer<typeof rowSchema>;

export function toRow(call: CallRecord): Row {
  return {
    call_id: call.callId,
    direction: call.direction,
    channel_id: call.channel.id,
    channel_name: call.channel.name,
    channel_number: call.channel.number,
    customer_id: call.customer.id,
    customer_name: call.customer.name,
    customer_username: call.customer.username,
    customer_phone: call.customer.phone,
    customer_country: call.customer.country,
    outcome: call.outcome,
    ended_by: call.endedBy,
    code: call.code,
    sentence: call.sentence,
    agent_name: call.agentName,
    called_at: call.calledAt,
    started_at: call.startedAt,
    ended_at: call.endedAt,
    duration_seconds: call.durationSeconds,
    quality: call.quality === null ? null : JSON.stringify(call.quality),
    agent_id: call.agentId,
    note: call.note?.text ?? null,
    note_version: call.note?.version ?? null,
    search: searchText(call),
  };
}

export function fromRow(stored: unknown): CallRecord {
  const row = rowSchema.parse(stored);
  return callRecordSchema.parse({
    callId: row.call_id,
    direction: row.direction,
    channel: { id: row.channel_id, name: row.channel_name, number: row.channel_number },
    customer: {
      id: row.customer_id,
      name: row.customer_name,
      username: row.customer_username,
      phone: row.customer_phone,
      country: row.customer_country,
    },
    outcome: row.outcome,
    endedBy: row.ended_by,
    code: row.code,
    sentence: row.sentence,
    agentName: row.agent_name,
    calledAt: row.called_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    durationSeconds: row.duration_seconds,
    quality: typeof row.quality === 'string' ? JSON.parse(row.quality) : null,
    agentId: row.agent_id,
    note: row.note === null ? null : { text: row.note, version: row.note_version },
  });
}
