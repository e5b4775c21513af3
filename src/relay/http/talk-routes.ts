import type { FastifyInstance } from 'fastify';
import {
  inviteSchema,
  markReadSchema,
  type QuickReplies,
  sendTemplateSchema,
  sendTextSchema,
  templatesToSendQuerySchema,
} from '../../contract/api/talk.ts';
import type { AgentRow } from '../people/agents.ts';
import type { Db } from '../store/database.ts';
import type { MessageSender, SendOutcome } from '../talk/sender.ts';
import type { TemplateSender } from '../talk/template-sender.ts';
import { addressed, channelFor } from './addressed.ts';
import { HttpProblem, parseInput } from './problem.ts';
import { signedIn } from './signed-in.ts';

type Deps = {
  db: Db;
  sender: MessageSender;
  byTemplate: TemplateSender;
  markRead: (agent: AgentRow, customerId: string, messageIds: readonly string[]) => Promise<number>;
  quickReplies: () => readonly string[];
  now: () => number;
};

/** `/api/customers/:id/…` and `/api/quick-replies`: writing to customers, and reading what they wrote. */
export function talkRoutes(app: FastifyInstance, { db, sender, byTemplate, markRead, quickReplies, now }: Deps): void {
  const config = { rateLimit: { max: 120, timeWindow: '1 minute' } };

  app.get('/api/quick-replies', async (request): Promise<QuickReplies> => {
    await signedIn(db, request, now());
    return { quickReplies: [...quickReplies()] };
  });

  app.post('/api/customers/:id/messages', { config }, async (request, reply) => {
    const { agent, customer } = await addressed(db, request, now());
    const letter = parseInput(sendTextSchema, request.body);
    await channelFor(db, agent, customer, letter.channelId);
    return reply.status(201).send(told(await sender.text(agent, customer, letter)));
  });

  app.post('/api/customers/:id/invitations', { config }, async (request, reply) => {
    const { agent, customer } = await addressed(db, request, now());
    const invitation = parseInput(inviteSchema, request.body);
    await channelFor(db, agent, customer, invitation.channelId);
    return reply.status(201).send(told(await sender.invite(agent, customer, invitation)));
  });

  app.get('/api/customers/:id/templates', async (request) => {
    const { agent, customer } = await addressed(db, request, now());
    const { channelId, purpose } = parseInput(templatesToSendQuerySchema, request.query);
    const channel = await channelFor(db, agent, customer, channelId);
    return byTemplate.choices(channel.waba_id, customer, purpose);
  });

  app.post('/api/customers/:id/template-messages', { config }, async (request, reply) => {
    const { agent, customer } = await addressed(db, request, now());
    const asked = parseInput(sendTemplateSchema, request.body);
    const channel = await channelFor(db, agent, customer, asked.channelId);
    return reply.status(201).send(told(await byTemplate.send(agent, channel.waba_id, customer, asked)));
  });

  app.post('/api/customers/:id/read', async (request) => {
    const { agent, customer } = await addressed(db, request, now());
    return { read: await markRead(agent, customer.id, parseInput(markReadSchema, request.body).messageIds) };
  });
}

function told(outcome: SendOutcome) {
  if (!outcome.ok) throw new HttpProblem(409, outcome.problem.code, outcome.problem.sentence);
  return { state: outcome.state };
}
