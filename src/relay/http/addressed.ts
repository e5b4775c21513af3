import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { customerFor } from '../customers/list.ts';
import { channelsWith } from '../customers/page.ts';
import { type AgentRow, serves } from '../people/agents.ts';
import type { ChannelRow } from '../store/channels.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Db } from '../store/database.ts';
import { HttpProblem, parseInput } from './problem.ts';
import { signedIn } from './signed-in.ts';

const oneSchema = z.object({ id: z.string().min(1).max(200) });

/** Who asks, and about which customer of theirs (`/…/:id`). @throws HttpProblem 401, 404 */
export async function addressed(
  db: Db,
  request: FastifyRequest,
  at: number,
): Promise<{ agent: AgentRow; customer: CustomerRow }> {
  const agent = await signedIn(db, request, at);
  const customer = await customerFor(db, agent, parseInput(oneSchema, request.params).id);
  if (!customer) throw new HttpProblem(404, 'customer', 'This customer is not known on your numbers.');
  return { agent, customer };
}

/** A channel that the agent serves and the customer had to do with. @throws HttpProblem 404 */
export async function channelFor(
  db: Db,
  agent: AgentRow,
  customer: CustomerRow,
  channelId: string,
): Promise<ChannelRow> {
  const channel = (await channelsWith(db, customer.id)).find(({ id }) => id === channelId);
  if (!channel || !serves(agent, channelId))
    throw new HttpProblem(404, 'channel', 'This number is not yours, or has had nothing to do with the customer.');
  return channel;
}
