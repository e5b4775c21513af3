/** Refusals of the sandbox's own controls, as RFC 9457 problem documents. */
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { errorBody, Refusal } from './graph/refusal.ts';

/** Thrown by a control; `type` ends the problem's type `about:ringdesk-sandbox/<type>`. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string;

  constructor(status: number, type: string, title: string, detail: string) {
    super(detail);
    this.status = status;
    this.type = type;
    this.title = title;
  }
}

export const notFound = (what: string): Problem =>
  new Problem(404, 'not-found', 'Not found', `There is no such ${what}`);

const asProblem = (error: FastifyError | Problem | z.ZodError): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof z.ZodError) return new Problem(400, 'invalid-input', 'Invalid input', z.prettifyError(error));
  const status = error.statusCode ?? 500;
  if (status < 500) return new Problem(status, 'bad-request', 'Bad request', error.message);
  return new Problem(500, 'failed', 'The sandbox failed', 'See its log');
};

/** Everything that is not a control of the sandbox is Graph, and speaks as Meta does. */
const isControl = (url: string): boolean => /^\/(sandbox|phone)(\/|\?|$)/.test(url);

const answer = (reply: FastifyReply, problem: Problem): FastifyReply => {
  if (!isControl(reply.request.url)) {
    const refusal = new Refusal(problem.status < 500 ? 100 : 131_000, problem.message);
    return reply.code(refusal.http).send(errorBody(refusal));
  }
  const { type, title, status, message: detail } = problem;
  const document = { type: `about:ringdesk-sandbox/${type}`, title, status, detail };
  return reply.code(status).type('application/problem+json').send(document);
};

export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Problem | z.ZodError>((error, request, reply) => {
    const problem = asProblem(error);
    if (problem.status >= 500) request.log.error({ error }, 'Request failed');
    return answer(reply, problem);
  });
  app.setNotFoundHandler((_request, reply) => answer(reply, notFound('address')));
}
