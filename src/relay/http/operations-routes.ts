import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Metrics } from '../metrics.ts';
import type { Db } from '../store/database.ts';
import { HttpProblem } from './problem.ts';

/** This machine and private networks: the webhook's host is open to the world, its numbers are not. */
const inside = new BlockList();
inside.addSubnet('127.0.0.0', 8, 'ipv4');
inside.addSubnet('10.0.0.0', 8, 'ipv4');
inside.addSubnet('172.16.0.0', 12, 'ipv4');
inside.addSubnet('192.168.0.0', 16, 'ipv4');
inside.addAddress('::1', 'ipv6');
inside.addSubnet('fc00::', 7, 'ipv6');

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
  app.get('/metrics', async (request, reply) => {
    if (!inside.check(request.ip, isIPv6(request.ip) ? 'ipv6' : 'ipv4')) {
      throw new HttpProblem(403, 'inside-only', 'Metrics are told inside the network only.');
    }
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
