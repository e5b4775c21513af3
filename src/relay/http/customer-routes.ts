import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type AskPlan, askSchema, cardChangeSchema, customersQuerySchema } from '../../contract/api/customers.ts';
import { colleaguesFor } from '../customers/card.ts';
import type { CardEditor } from '../customers/card-editor.ts';
import { pageOfCustomers } from '../customers/list.ts';
import { pageOf } from '../customers/page.ts';
import type { PermissionAsker } from '../permission/asker.ts';
import { closedNow } from '../permission/closed.ts';
import type { PermissionLooker } from '../permission/looker.ts';
import type { Db } from '../store/database.ts';
import { addressed, channelFor } from './addressed.ts';
import { HttpProblem, parseInput } from './problem.ts';
import { signedIn } from './signed-in.ts';

type Deps = { db: Db; editor: CardEditor; looker: PermissionLooker; asker: PermissionAsker; now: () => number };

/** How old Meta's word may be when a customer's page is opened, ms. */
const lookedWithin = 5 * 60_000;

const planSchema = z.object({ channelId: z.string().min(1).max(200) });

/** `/api/customers`: who they are, whether they may be called, and asking them. */
export function customerRoutes(app: FastifyInstance, { db, editor, looker, asker, now }: Deps): void {
  app.get('/api/customers', async (request) => {
    const agent = await signedIn(db, request, now());
    return pageOfCustomers(db, agent, parseInput(customersQuerySchema, request.query));
  });

  app.get('/api/customers/:id', async (request) => {
    const { agent, customer } = await addressed(db, request, now());
    const page = await pageOf(db, agent, customer, now());
    // What Meta says follows as a change: the page does not wait for it.
    for (const { channel } of page.channels)
      void looker.look({ channelId: channel.id, customerId: customer.id }, lookedWithin);
    return page;
  });

  app.patch('/api/customers/:id', async (request) => {
    const { customer } = await addressed(db, request, now());
    const change = parseInput(cardChangeSchema, request.body);
    return editor.edit(customer.id, change);
  });

  app.get('/api/customers/:id/colleagues', async (request) => {
    const { customer } = await addressed(db, request, now());
    return { colleagues: await colleaguesFor(db, customer.id) };
  });

  app.get('/api/customers/:id/permission-requests', async (request) => {
    const { agent, customer } = await addressed(db, request, now());
    const { channelId } = parseInput(planSchema, request.query);
    const channel = await channelFor(db, agent, customer, channelId);
    const closed = closedNow(channel, now());
    if (closed?.why === 'country') return { by: 'nothing', sentence: closed.sentence } satisfies AskPlan;
    return asker.plan(channel.waba_id, channel.id, customer);
  });

  app.post(
    '/api/customers/:id/permission-requests',
    { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const { agent, customer } = await addressed(db, request, now());
      const asked = parseInput(askSchema, request.body);
      const channel = await channelFor(db, agent, customer, asked.channelId);
      const closed = closedNow(channel, now());
      if (closed?.why === 'country') throw new HttpProblem(409, 'ask.country', closed.sentence);
      const outcome = await asker.ask(agent, channel.waba_id, customer, asked);
      if (!outcome.ok) throw new HttpProblem(409, outcome.problem.code, outcome.problem.sentence);
      return reply.status(201).send({ by: outcome.by });
    },
  );
}
