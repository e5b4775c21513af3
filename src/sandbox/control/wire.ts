/** `/sandbox/…` about the wire itself: webhooks and their troubles, Graph requests and theirs, behaviour. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Behaviour, changedBehaviour } from '../behaviour.ts';
import type { Clock } from '../clock.ts';
import type { Faults } from '../graph/faults.ts';
import { faultSchema } from '../graph/faults.ts';
import type { Journal } from '../graph/journal.ts';
import { mischiefSchema } from '../webhooks/mischief.ts';
import type { Postman } from '../webhooks/postman.ts';
import type { Verification } from '../webhooks/verify.ts';
import { forwardSchema, rawChangeSchema } from './shapes.ts';

type Deps = {
  readonly postman: Postman;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly behaviour: () => Behaviour;
  readonly behave: (behaviour: Behaviour) => void;
  readonly verify: () => Promise<Verification>;
  readonly clock: Clock;
};

const requestsSchema = z.object({ callId: z.string().optional(), action: z.string().optional() });
const deliveriesSchema = z.object({ about: z.string().optional() });

export function wireControls(app: FastifyInstance, deps: Deps): void {
  const { postman, journal, faults, behaviour } = deps;

  app.get('/sandbox/behaviour', () => behaviour());
  app.patch('/sandbox/behaviour', (request) => {
    deps.behave(changedBehaviour(behaviour(), request.body));
    return behaviour();
  });

  app.post('/sandbox/clock/forward', (request) => {
    const { seconds } = forwardSchema.parse(request.body);
    deps.clock.forward(seconds * 1000);
    return { now: deps.clock.now() };
  });

  app.get('/sandbox/webhooks', (request) => {
    const { about } = deliveriesSchema.parse(request.query);
    return postman.deliveries.filter((one) => about === undefined || one.about.some(({ id }) => id === about));
  });
  app.post('/sandbox/webhooks', (request, reply) => {
    const { field, value } = rawChangeSchema.parse(request.body);
    postman.send({ field, value, about: { kind: 'other' } });
    return reply.code(202).send({ status: 'sent' });
  });
  app.post('/sandbox/webhooks/mischief', (request, reply) => {
    postman.plan(mischiefSchema.parse(request.body));
    return reply.code(202).send({ status: 'planned' });
  });
  app.post('/sandbox/webhooks/flush', (_request, reply) => {
    postman.flush();
    return reply.code(202).send({ status: 'sent' });
  });
  app.post('/sandbox/webhook/verify', () => deps.verify());

  app.get('/sandbox/graph-requests', (request) => {
    const { callId, action } = requestsSchema.parse(request.query);
    return journal.requests.filter(
      (one) => (callId === undefined || one.callId === callId) && (action === undefined || one.action === action),
    );
  });
  app.post('/sandbox/graph-faults', (request, reply) => {
    faults.add(faultSchema.parse(request.body));
    return reply.code(202).send({ status: 'planned' });
  });
  app.delete('/sandbox/graph-faults', (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
}
