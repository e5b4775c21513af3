import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AskPlan, askSchema, cardChangeSchema, customersQuerySchema } from '../../contract/api/customers.ts';
import type { CardEditor } from '../customers/card-editor.ts';
import { customerFor, pageOfCustomers } from '../customers/list.ts';
import { channelsWith, pageOf } from '../customers/page.ts';
import { type AgentRow, serves } from '../people/agents.ts';
import type { PermissionAsker } from '../permission/asker.ts';
import { closedNow } from '../permission/closed.ts';
import type { PermissionLooker } from '../permission/looker.ts';
import type { ChannelRow } from '../store/channels.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Db } from '../store/database.ts';
import { HttpProblem, parseInput } from './problem.ts';
import { signedIn } from './signed-in.ts';

type Deps = { db: Db; editor: CardEditor; looker: PermissionLooker; asker: PermissionAsker; now: () => number };

/** How old Meta's word may be when a customer's page is opened, ms. */
const lookedWithin = 5 * 60_000;

const oneSchema = z.object({ id: z.string().min(1).max(200) });
const planSchema = z.object({ channelId: z.string().min(1).max(200) });

/** `/api/customers`: who they are, whether they may be called, and asking them. */
export function customerRoutes(app: FastifyInstance, { db, editor, looker, asker, now }: Deps): void {
  app.get('/api/customers', async (request) => {
    const agent = await signedIn(db, request, now());
    return pageOfCustomers(db, agent, parseInput(customersQuerySchema, request.query));
  });

  app.get('/api/customers/:id', async (request) => {
    const { agent, customer } = await addressed(request);
    const page = await pageOf(db, agent, customer, now());
    // What Meta says follows as a change: the page does not wait for it.
    for (const { channel } of page.channels)
      void looker.look({ channelId: channel.id, customerId: customer.id }, lookedWithin);
    return page;
  });

  app.patch('/api/customers/:id', async (request) => {
    const { customer } = await addressed(request);
    const change = parseInput(cardChangeSchema, request.body);
    return editor.edit(customer.id, change);
  });

  app.get('/api/customers/:id/permission-requests', async (request) => {
    const { agent, customer } = await addressed(request);
    const { channelId } = parseInput(planSchema, request.query);
    const channel = await channelFor(agent, customer, channelId);
    const closed = closedNow(channel, now());
    if (closed?.why === 'country') return { by: 'nothing', sentence: closed.sentence } satisfies AskPlan;
    return asker.plan(channel.waba_id, channel.id, customer);
  });

  app.post(
    '/api/customers/:id/permission-requests',
    { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const { agent, customer } = await addressed(request);
      const asked = parseInput(askSchema, request.body);
      const channel = await channelFor(agent, customer, asked.channelId);
      const closed = closedNow(channel, now());
      if (closed?.why === 'country') throw new HttpProblem(409, 'ask.country', closed.sentence);
      const outcome = await asker.ask(agent, channel.waba_id, customer, asked);
      if (!outcome.ok) throw new HttpProblem(409, outcome.problem.code, outcome.problem.sentence);
      return reply.status(201).send({ by: outcome.by });
    },
  );

  async function addressed(request: FastifyRequest): Promise<{ agent: AgentRow; customer: CustomerRow }> {
    const agent = await signedIn(db, request, now());
    const customer = await customerFor(db, agent, parseInput(oneSchema, request.params).id);
    if (!customer) throw new HttpProblem(404, 'customer', 'This customer is not known on your numbers.');
    return { agent, customer };
  }

  async function channelFor(agent: AgentRow, customer: CustomerRow, channelId: string): Promise<ChannelRow> {
    const channel = (await channelsWith(db, customer.id)).find(({ id }) => id === channelId);
    if (!channel || !serves(agent, channelId))
      throw new HttpProblem(404, 'channel', 'This number is not yours, or has had nothing to do with the customer.');
    return channel;
  }
}
