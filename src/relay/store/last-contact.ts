import type { LastContact } from '../../contract/desk/socket.ts';
import type { Call } from '../../domain/calls/call.ts';
import type { Db } from './database.ts';
import { prepare } from './prepare.ts';

type Asked = Pick<Call, 'id' | 'channelId' | 'customerId'>;

/** The newest call between a customer and a number before this one; null: there was none. */
export async function lastContactOf(db: Db, { id, channelId, customerId }: Asked): Promise<LastContact | null> {
  const [row] = (await newestBefore(db, { id, channelId, customerId })).rows;
  if (row === undefined || row.outcome === null || row.called_at === null) return null;
  const { called_at: calledAt, outcome, ended_by: endedBy, duration_seconds, agent_name: agentName } = row;
  return { calledAt, outcome, endedBy, durationSeconds: duration_seconds ?? 0, agentName };
}

const newestBefore = prepare<Asked>()((db, blank) =>
  db
    .selectFrom('call')
    .leftJoin('agent', 'agent.id', 'call.agent_id')
    .select(['call.called_at', 'call.outcome', 'call.ended_by', 'call.duration_seconds', 'agent.name as agent_name'])
    .where('call.customer_id', '=', blank('customerId'))
    .where('call.channel_id', '=', blank('channelId'))
    .where('call.phase', '=', 'ended')
    .where('call.id', '<>', blank('id'))
    .orderBy('call.called_at', 'desc')
    .limit(1),
);
