import type { Transaction } from 'kysely';
import { availabilitySchema } from '../../contract/desk/availability.ts';
import type { Availability } from '../../domain/people/availability.ts';
import type { AgentRow } from '../people/agents.ts';
import type { Db } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';

/** What an agent is available for, as it was last saved; the time of it may have passed. Null: no such agent. */
export async function loadAvailability(trx: Transaction<Tables> | Db, agentId: string): Promise<Availability | null> {
  const row = await trx
    .selectFrom('agent')
    .select(['availability', 'availability_state'])
    .where('id', '=', agentId)
    .executeTakeFirst();
  return row === undefined ? null : availabilityOf(row);
}

export async function saveAvailability(
  trx: Transaction<Tables> | Db,
  agentId: string,
  availability: Availability,
): Promise<void> {
  const columns = { availability: availability.kind, availability_state: JSON.stringify(availability) };
  await trx.updateTable('agent').set(columns).where('id', '=', agentId).execute();
}

/** Rows from before there were reasons and times have only the kind. */
export function availabilityOf(row: Pick<AgentRow, 'availability' | 'availability_state'>): Availability {
  if (row.availability_state !== null) return availabilitySchema.parse(JSON.parse(row.availability_state));
  if (row.availability === 'away') return { kind: 'away', reason: null, missed: false };
  return availabilitySchema.parse({ kind: row.availability });
}
