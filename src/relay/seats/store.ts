import { availabilityOf } from '../availability/store.ts';
import type { AgentRow } from '../people/agents.ts';
import type { Db } from '../store/database.ts';
import type { Seat } from './floor.ts';

/** Remembers whose desk has the seat, so that it is the same one after a restart. */
export async function saveSeat(db: Db, seat: Seat): Promise<void> {
  const values = { desk_id: seat.deskId, desk_name: seat.deskName, taken_at: seat.takenAt };
  await db
    .insertInto('seat')
    .values({ agent_id: seat.agent.id, ...values })
    .onConflict((conflict) => conflict.column('agent_id').doUpdateSet(values))
    .execute();
}

export async function forgetSeat(db: Db, agentId: string): Promise<void> {
  await db.deleteFrom('seat').where('agent_id', '=', agentId).execute();
}

/** The seats of an earlier run; their desks are expected back. */
export async function savedSeats(db: Db, now: number): Promise<Seat[]> {
  const rows = await db
    .selectFrom('seat')
    .innerJoin('agent', 'agent.id', 'seat.agent_id')
    .selectAll('agent')
    .select(['seat.desk_id', 'seat.desk_name', 'seat.taken_at'])
    .execute();
  return rows.map(({ desk_id, desk_name, taken_at, ...agent }) => toSeat(agent, desk_id, desk_name, taken_at, now));
}

function toSeat(agent: AgentRow, deskId: string, deskName: string, takenAt: number, now: number): Seat {
  return {
    agent,
    deskId,
    deskName,
    takenAt,
    availability: availabilityOf(agent),
    lostAt: now,
    idleSince: now,
    cameAt: now,
    provedAt: null,
    unready: null,
  };
}
