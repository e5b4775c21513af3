import type { z } from 'zod';
import { problemDocumentSchema } from '../../contract/api/problem.ts';
import type { Problem } from '../../contract/desk/words.ts';
import type { NetworkPort } from '../ports.ts';
import { type ProblemCode, problem } from '../sentences.ts';
import { whyUnreachable } from './why-unreachable.ts';

const patienceMs = 10_000;

export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

type Reached = { response: Response; why: null } | { response: null; why: ProblemCode };

export type Request = { method: 'GET' | 'POST' | 'PATCH' | 'DELETE'; path: string; token?: string; body?: unknown };

export type RelayRequests = ReturnType<typeof createRelayRequests>;

/** Requests to the relay's HTTP API. Failures are values with a sentence, never exceptions. */
export function createRelayRequests(relayUrl: string, network: Pick<NetworkPort, 'fetch'>) {
  async function request<Schema extends z.ZodType>(schema: Schema, what: Request): Promise<Answer<z.output<Schema>>> {
    const { response, why } = await reach(what);
    if (response === null) return { ok: false, problem: problem(why) };
    const body = await readJson(response);
    if (!response.ok) return { ok: false, problem: whyNot(response.status, body) };
    const read = schema.safeParse(body);
    return read.success ? { ok: true, value: read.data } : { ok: false, problem: problem('relay.unexpected') };
  }

  async function reach({ method, path, token, body }: Request): Promise<Reached> {
    const headers = new Headers({ accept: 'application/json' });
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    if (body !== undefined) headers.set('content-type', 'application/json');
    const init: RequestInit = { method, headers, signal: AbortSignal.timeout(patienceMs) };
    if (body !== undefined) init.body = JSON.stringify(body);
    try {
      return { response: await network.fetch(`${relayUrl}${path}`, init), why: null };
    } catch (error) {
      return { response: null, why: whyUnreachable(error) };
    }
  }

  return { request, reach };
}

/** What was asked for, without what was left open. */
export function queryOf(query: Record<string, unknown>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') given.set(name, String(value));
  }
  return given.toString();
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** The relay's own sentence where it gave one; a proxy in between gives none. */
function whyNot(status: number, body: unknown): Problem {
  const document = problemDocumentSchema.safeParse(body);
  if (document.success) return { code: document.data.code, sentence: document.data.title };
  if (status === 401) return problem('session.wrong');
  if (status === 407) return problem('relay.proxySignIn');
  if (status === 429) return problem('session.tooMany');
  return problem(status >= 500 ? 'relay.failed' : 'relay.unexpected');
}
