import type { FastifyRequest } from 'fastify';
import type { AgentRow } from '../people/agents.ts';
import { agentByToken } from '../people/sessions.ts';
import type { Db } from '../store/database.ts';
import { HttpProblem } from './problem.ts';

/** Who asks, by the token they bring. @throws HttpProblem 401 */
export async function signedIn(db: Db, request: FastifyRequest, at: number): Promise<AgentRow> {
  const token = bearer(request);
  const agent = token === null ? null : await agentByToken(db, token, at);
  if (agent === null) throw new HttpProblem(401, 'token', 'You are not signed in any more. Please sign in again.');
  return agent;
}

export function bearer(request: FastifyRequest): string | null {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
