import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callsQuerySchema, type Session, signInSchema } from '../../contract/api/session.ts';
import { toAgent } from '../people/agents.ts';
import { revoke, signIn } from '../people/sessions.ts';
import type { Db } from '../store/database.ts';
import { pageOfCalls } from '../store/history.ts';
import { HttpProblem, parseInput } from './problem.ts';
import { bearer, signedIn } from './signed-in.ts';

type Deps = { db: Db; now: () => number; onRevoked: (token: string) => void };

/** `/api/session` and what a signed-in agent may read. */
export function sessionRoutes(app: FastifyInstance, { db, now, onRevoked }: Deps): void {
  const perAddress = app.createRateLimit({
    max: 10,
    timeWindow: '5 minutes',
    keyGenerator: (request) => `${request.ip} ${emailIn(request)}`,
  });

  app.post(
    '/api/session',
    { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } },
    async (request): Promise<Session> => {
      const { email, password } = parseInput(signInSchema, request.body);
      const limit = await perAddress(request);
      if (!limit.isAllowed && limit.isExceeded)
        throw new HttpProblem(429, 'too-many', 'Too many attempts. Wait a few minutes, then try again.');
      const signedIn = await signIn(db, email, password, now());
      if (signedIn === null)
        throw new HttpProblem(401, 'credentials', 'This e-mail and password do not belong together.');
      const { token, expiresAt, agent } = signedIn;
      return { token, expiresAt, agent: toAgent(agent) };
    },
  );

  app.delete('/api/session', async (request, reply) => {
    const token = bearer(request);
    if (token !== null) {
      await revoke(db, token);
      onRevoked(token);
    }
    return reply.status(204).send();
  });

  app.get('/api/session', async (request) => ({ agent: toAgent(await signedIn(db, request, now())) }));

  app.get('/api/calls', async (request) => {
    const agent = await signedIn(db, request, now());
    return pageOfCalls(db, agent.id, parseInput(callsQuerySchema, request.query));
  });
}

function emailIn(request: FastifyRequest): string {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || !('email' in body)) return '';
  return String(body.email).toLowerCase();
}
