import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../store/database.ts';
import { type AgentRow, agentByEmail } from './agents.ts';
import { passwordMatches } from './passwords.ts';

/** How long a sign-in lasts after it was last used, ms: two weeks. */
export const sessionLife = 14 * 24 * 60 * 60 * 1000;

export type SignedIn = { token: string; expiresAt: number; agent: AgentRow };

/** @returns null when address and password do not belong together */
export async function signIn(db: Db, email: string, password: string, now: number): Promise<SignedIn | null> {
  const agent = await agentByEmail(db, email);
  const matches = await passwordMatches(agent?.password_hash ?? null, password);
  if (!agent || !matches || agent.disabled) return null;
  const token = randomBytes(32).toString('base64url');
  const expiresAt = now + sessionLife;
  await db
    .insertInto('session')
    .values({ token_hash: hashToken(token), agent_id: agent.id, created_at: now, expires_at: expiresAt })
    .execute();
  return { token, expiresAt, agent };
}

/** The agent a token stands for; null when it is unknown, revoked or expired. */
export async function agentByToken(db: Db, token: string, now: number): Promise<AgentRow | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('agent', 'agent.id', 'session.agent_id')
    .selectAll('agent')
    .where('session.token_hash', '=', hashToken(token))
    .where('session.expires_at', '>', now)
    .where('agent.disabled', '=', 0)
    .executeTakeFirst();
  return row ?? null;
}

export async function revoke(db: Db, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hashToken(token)).execute();
}

/** Signs an agent out everywhere. @returns how many sign-ins there were */
export async function revokeAll(db: Db, agentId: string): Promise<number> {
  const result = await db.deleteFrom('session').where('agent_id', '=', agentId).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Which of these token hashes are still good; being connected is use, so they last on. */
export async function stillValid(db: Db, hashes: readonly string[], now: number): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db
    .selectFrom('session')
    .innerJoin('agent', 'agent.id', 'session.agent_id')
    .select(['token_hash', 'expires_at'])
    .where('token_hash', 'in', [...hashes])
    .where('expires_at', '>', now)
    .where('agent.disabled', '=', 0)
    .execute();
  const old = rows.filter((row) => row.expires_at < now + sessionLife / 2).map((row) => row.token_hash);
  if (old.length > 0) {
    await db
      .updateTable('session')
      .set({ expires_at: now + sessionLife })
      .where('token_hash', 'in', old)
      .execute();
  }
  return new Set(rows.map((row) => row.token_hash));
}

export async function forgetExpired(db: Db, now: number): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute();
}

/** Only the hash of a token is kept; 256 random bits need no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
