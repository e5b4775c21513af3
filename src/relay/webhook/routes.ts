import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { HttpProblem } from '../http/problem.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { isSigned } from './signature.ts';

/** Meta's largest delivery (§8.3), bytes. */
const bodyLimit = 3 * 1024 * 1024;

const handshakeSchema = z.object({
  'hub.mode': z.literal('subscribe'),
  'hub.challenge': z.string().min(1).max(1024),
  'hub.verify_token': z.string(),
});

type Deps = {
  settings: { META_APP_SECRET: string; META_VERIFY_TOKEN: string };
  takeIn: (body: string, json: unknown) => Promise<void>;
  log: Log;
  metrics: Metrics;
};

/** `GET|POST /webhooks/whatsapp`: Meta's handshake and deliveries. */
export function webhookRoutes(app: FastifyInstance, { settings, takeIn, log, metrics }: Deps): void {
  app.register(async (scope) => {
    // The signature is over the raw bytes, whatever the content type says.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));

    scope.get('/webhooks/whatsapp', async (request, reply) => {
      const query = handshakeSchema.safeParse(request.query);
      if (!query.success || query.data['hub.verify_token'] !== settings.META_VERIFY_TOKEN) {
        log.warn('Webhook handshake refused: the verify token is not ours');
        throw new HttpProblem(403, 'verify-token', 'This is not the verify token of the relay.');
      }
      return reply.type('text/plain').send(query.data['hub.challenge']);
    });

    /** What is too large is refused before it is read, so nobody else would tell of it. */
    const onError = async (request: FastifyRequest, _reply: FastifyReply, error: FastifyError) => {
      if (error.statusCode !== 413) return;
      metrics.webhooks.inc({ result: 'tooLarge' });
      log.warn({ bytes: Number(request.headers['content-length']) }, 'Webhook refused: larger than Meta sends');
    };

    scope.post('/webhooks/whatsapp', { bodyLimit, onError }, async (request, reply) => {
      const stop = metrics.durable.startTimer();
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const signature = request.headers['x-hub-signature-256'];
      if (!isSigned(typeof signature === 'string' ? signature : undefined, body, settings.META_APP_SECRET)) {
        metrics.webhooks.inc({ result: 'unsigned' });
        log.warn({ bytes: body.length }, 'Webhook refused: not signed with our app secret');
        throw new HttpProblem(401, 'signature', 'The body is not signed with the app secret of the relay.');
      }
      const text = body.toString('utf8');
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {
        metrics.webhooks.inc({ result: 'malformed' });
        log.warn({ bytes: body.length }, 'Webhook refused: signed, but not JSON');
        throw new HttpProblem(400, 'json', 'The body is not JSON.');
      }
      await takeIn(text, json);
      metrics.webhooks.inc({ result: 'kept' });
      stop();
      return reply.send({ success: true });
    });
  });
}
