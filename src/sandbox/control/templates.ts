/** `/sandbox/templates…`: what Meta's reviewers say. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { notFound } from '../problem.ts';
import type { Templates } from '../templates/templates.ts';

const idSchema = z.object({ id: z.string() });
const reviewSchema = z.object({
  event: z.enum(['APPROVED', 'REJECTED', 'PAUSED', 'DISABLED', 'PENDING', 'FLAGGED', 'REINSTATED']),
  reason: z.string().optional(),
});

export function templateControls(app: FastifyInstance, templates: Templates): void {
  app.post('/sandbox/templates/:id/review', (request, reply) => {
    const { id } = idSchema.parse(request.params);
    const { event, reason } = reviewSchema.parse(request.body);
    if (!templates.review(id, event, reason)) throw notFound('template');
    return reply.code(202).send({ status: 'sent' });
  });
}
