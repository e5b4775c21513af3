import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Agent } from '../../contract/desk/words.ts';
import { roleSchema } from '../../contract/desk/words.ts';
import type { Db } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';
import { hashPassword } from './passwords.ts';

export type AgentRow = Selectable<Tables['agent']>;

export const newAgentSchema = z.object({
  email: z.email().max(254).toLowerCase(),
  name: z.string().trim().min(1).max(100).optional(),
  password: z.string().min(8, 'must have at least 8 characters').max(256),
  role: roleSchema,
  /** `all`, or channel ids with commas between. */
  channels: z.string().trim().min(1),
});
export type NewAgent = z.infer<typeof newAgentSchema>;

/** Makes an agent, or gives an existing one a new password, role and channels and ends their sign-ins. */
export async function saveAgent(db: Db, input: NewAgent, now: number): Promise<{ agent: AgentRow; created: boolean }> {
  const known = await agentByEmail(db, input.email);
  const channels = input.channels === 'all' ? '*' : input.channels.split(/\s*,\s*/).join(',');
  const values = {
    name: input.name ?? known?.name ?? nameFrom(input.email),
    role: input.role,
    channels,
    password_hash: await hashPassword(input.password),
  };
  if (known) {
    await db.updateTable('agent').set(values).where('id', '=', known.id).execute();
    // A new password, role or set of channels counts from the next sign-in on.
    await db.deleteFrom('session').where('agent_id', '=', known.id).execute();
    return { agent: { ...known, ...values }, created: false };
  }
  const agent: AgentRow = {
    id: randomUUID(),
    email: input.email,
    availability: 'available',
    availability_state: null,
    disabled: 0,
    created_at: now,
    ...values,
  };
  await db.insertInto('agent').values(agent).execute();
  return { agent, created: true };
}

export function agentByEmail(db: Db, email: string): Promise<AgentRow | undefined> {
  return db.selectFrom('agent').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst();
}

export function toAgent(row: AgentRow): Agent {
  return { id: row.id, name: row.name, email: row.email, role: row.role };
}

/** Whether an agent may be rung for a channel. */
export function serves(row: Pick<AgentRow, 'channels'>, channelId: string): boolean {
  return row.channels === '*' || row.channels.split(',').includes(channelId);
}

/** The channels of an agent; null: all. */
export function channelsOf(row: AgentRow): string[] | null {
  return row.channels === '*' ? null : row.channels.split(',');
}

/** "dewi.anggraini@…" is called Dewi Anggraini until somebody says otherwise. */
function nameFrom(email: string): string {
  const local = email.split('@')[0] ?? email;
  return local
    .split(/[._-]+/)
    .filter(Boolean)
    .map((part) => part[0]?.toUpperCase() + part.slice(1))
    .join(' ');
}
