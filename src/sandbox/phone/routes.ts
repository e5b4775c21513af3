/** `/phone`: the page, and what it says to the sandbox. State goes to the page as server-sent events. */
import { setTimeout as wait } from 'node:timers/promises';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { LineMaker } from '../calls/switchboard.ts';
import { type People, signInSchema } from './people.ts';

type Deps = { readonly people: People; readonly lineFor: (customerId: string) => LineMaker };

const idSchema = z.object({ id: z.string() });
const offerSchema = z.object({ sdp: z.string().min(1) });
const REFRESH_MS = 200;

export function phoneRoutes(app: FastifyInstance, { people, lineFor }: Deps): void {
  void app.register(fastifyStatic, { root: new URL('page/', import.meta.url), prefix: '/phone/', index: false });
  app.get('/phone', (_request, reply) => reply.sendFile('phone.html'));

  app.post('/phone/people', (request, reply) =>
    reply.code(201).send({ id: people.signIn(signInSchema.parse(request.body)) }),
  );

  app.post('/phone/people/:id/call', async (request) => {
    const { id } = idSchema.parse(request.params);
    return { sdp: await people.call(id, offerSchema.parse(request.body).sdp, lineFor(id)) };
  });
  app.post('/phone/people/:id/answer', async (request) => {
    const { id } = idSchema.parse(request.params);
    return { sdp: await people.answer(id, offerSchema.parse(request.body).sdp) };
  });
  app.post('/phone/people/:id/decline', (request, reply) => {
    people.decline(idSchema.parse(request.params).id);
    return reply.code(204).send();
  });
  app.post('/phone/people/:id/hang-up', (request, reply) => {
    people.hangUp(idSchema.parse(request.params).id);
    return reply.code(204).send();
  });

  app.get('/phone/people/:id/events', async (request, reply) => {
    const { id } = idSchema.parse(request.params);
    const gone = new AbortController();
    request.raw.once('close', () => gone.abort());
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    let last = '';
    while (!gone.signal.aborted) {
      const state = JSON.stringify(people.state(id));
      if (state !== last) reply.raw.write(`data: ${state}\n\n`);
      last = state;
      await wait(REFRESH_MS, undefined, { signal: gone.signal }).catch(() => undefined);
    }
  });
}
