import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Metrics } from '../metrics.ts';
import type { Db } from '../store/database.ts';
import { HttpProblem } from './problem.ts';

/** `/healthz` (the process lives), `/readyz` (it can keep a webhook), `/metrics` (Prometheus). */
export function operationsRoutes(app: FastifyInstance, { db, metrics }: { db: Db; metrics: Metrics }): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    try {
      await sql`select 1`.execute(db);
    } catch {
      throw new HttpProblem(503, 'store', 'The database does not answer.');
    }
    return { status: 'ready' };
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
