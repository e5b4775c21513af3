/** The frame around every Graph request: token, number, journal, faults, and Meta's error body. */
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Logger } from 'pino';
import { ZodError } from 'zod';
import type { Faults } from './faults.ts';
import type { GraphRequest, Journal } from './journal.ts';
import { errorBody, Refusal } from './refusal.ts';

export type Asked = { readonly params: unknown; readonly query: unknown; readonly body: unknown };
/** `after` runs when the answer is on its way; `callId` names the call that was made; `warnings` go into the journal. */
export type Answer = {
  readonly body: unknown;
  readonly applied?: boolean;
  readonly callId?: string;
  readonly warnings?: readonly string[];
  readonly after?: () => void;
};
export type Handler = (asked: Asked) => Promise<Answer> | Answer;

type Deps = {
  readonly accessToken: string;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly closing: AbortSignal;
  readonly onChange: () => void;
  readonly log: Logger;
};

const asRefusal = (error: unknown, log: Logger): Refusal => {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return new Refusal(100, issue === undefined ? undefined : `Param ${issue.path.join('.')}: ${issue.message}`);
  }
  log.error({ error }, 'Graph request failed');
  return new Refusal(131_000);
};

function checkToken(request: FastifyRequest, accessToken: string): void {
  const { authorization } = request.headers;
  if (authorization === undefined) throw new Refusal(0, 'An access token is required', 401);
  const [, given] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  if (given !== accessToken) throw new Refusal(190, 'Invalid OAuth access token');
}

export const serveWith = (deps: Deps) => {
  const { journal, faults, closing, onChange } = deps;

  const run = async (handler: Handler, request: FastifyRequest, record: GraphRequest): Promise<Answer> => {
    const answer = await handler({ params: request.params, query: request.query, body: request.body });
    record.applied = answer.applied === true;
    record.callId = answer.callId ?? record.callId;
    record.warnings = [...(answer.warnings ?? [])];
    return answer;
  };

  const refuse = (reply: FastifyReply, record: GraphRequest, error: unknown): FastifyReply => {
    const refusal = asRefusal(error, deps.log);
    record.status = refusal.http;
    record.code = refusal.code;
    return reply.code(refusal.http).send(errorBody(refusal));
  };

  const handle = async (handler: Handler, request: FastifyRequest, reply: FastifyReply, record: GraphRequest) => {
    checkToken(request, deps.accessToken);
    const fault = faults.take(record.action);
    record.fault = fault?.kind ?? null;
    if (fault?.kind === 'delay') await wait(fault.ms, undefined, { signal: closing });
    const skipped = fault !== undefined && fault.kind !== 'delay' && !fault.applied;
    const answer = skipped ? undefined : await run(handler, request, record);
    if (fault?.kind === 'hang') {
      reply.hijack();
      answer?.after?.();
      return reply;
    }
    if (answer?.after !== undefined) reply.raw.once('close', answer.after);
    if (fault?.kind === 'error') throw new Refusal(fault.code, fault.details, fault.http);
    record.status = 200;
    return reply.send(answer?.body);
  };

  return (handler: Handler): RouteHandlerMethod =>
    async (request, reply) => {
      const record = journal.open(request.method, request.url.split('?')[0] ?? '', request.body);
      try {
        return await handle(handler, request, reply, record);
      } catch (error) {
        return refuse(reply, record, error);
      } finally {
        onChange();
      }
    };
};
