import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { ZodError, type z } from 'zod';
import type { ProblemDocument } from '../../contract/api/problem.ts';
import type { Log } from '../log.ts';

/** An answer that is not what was hoped for: a status, a code for programs, a sentence for people. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly code: string;
  readonly errors: ProblemDocument['errors'];

  constructor(status: number, code: string, sentence: string, errors?: ProblemDocument['errors']) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** Parses what came in. @throws HttpProblem 400 that names each field */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error);
}

/** Every error leaves as an RFC 9457 problem document; one that nobody expected is logged and says nothing of the inside. */
export function answerProblems(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError | HttpProblem | Error, request, reply) => {
    if (error instanceof HttpProblem) return send(reply, error);
    if (error instanceof ZodError) return send(reply, invalid(error));
    const status = 'statusCode' in error && error.statusCode ? error.statusCode : 500;
    if (status < 500)
      return send(
        reply,
        new HttpProblem(status, known[status]?.code ?? 'request', known[status]?.title ?? error.message),
      );
    log.error({ err: error, route: request.routeOptions.url }, 'Request failed');
    return send(reply, new HttpProblem(500, 'internal', 'The relay could not do this. Please try again.'));
  });
  app.setNotFoundHandler((_request, reply) =>
    send(reply, new HttpProblem(404, 'not-found', 'There is nothing at this address.')),
  );
}

const known: Record<number, { code: string; title: string }> = {
  413: { code: 'too-large', title: 'The body is too large.' },
  415: { code: 'media-type', title: 'The body must be JSON.' },
  429: { code: 'too-many', title: 'Too many attempts. Wait a few minutes, then try again.' },
};

function invalid(error: ZodError): HttpProblem {
  const errors = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return new HttpProblem(400, 'input', 'Something in the input is not right.', errors);
}

function send(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  const document: ProblemDocument = {
    type: 'about:blank',
    title: problem.message,
    status: problem.status,
    code: problem.code,
    ...(problem.errors ? { errors: problem.errors } : {}),
  };
  return reply.status(problem.status).type('application/problem+json').send(document);
}
