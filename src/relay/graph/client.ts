import { Agent, request } from 'undici';
import { isSdpRefusal } from '../../contract/meta/errors.ts';
import { connectResponseSchema, metaErrorSchema, successResponseSchema } from '../../contract/meta/graph.ts';
import type { MetaCode } from '../../domain/calls/code.ts';
import type { GraphAction } from '../../domain/calls/event.ts';
import type { Address } from '../store/graph-actions.ts';

/** How long Meta may take for one request, ms. */
const timeout = 5_000;

/** Meta answered with an error. */
export type GraphRefusal = {
  status: 'refused';
  code: MetaCode;
  httpStatus: number;
  /** Meta's own words on it, for what they hold beside the code; they may name a customer and are not logged. */
  details: string | null;
  /** What exactly is wrong, where the code says little; null: Meta does not say. */
  subcode: string | null;
  fbtraceId: string | null;
};

/**
 * A request of which it is not known that Meta answered it.
 * `notSent`: it never left this machine, so it may be tried again · `unknown`: it may have arrived (a timeout, a connection that broke,
 * an answer that is not Meta's).
 */
export type GraphSilence = { status: 'notSent' | 'unknown'; reason: string };

/** What came of something that a call wants of Meta. */
export type GraphResult = { status: 'done'; wacid?: string } | GraphRefusal | GraphSilence;

/** What came of a request; `json` is what Meta answered with a 200. */
export type GraphAnswer = { status: 'answered'; json: unknown } | GraphRefusal | GraphSilence;

export type CallRequest =
  | { channelId: string; wacid: string; action: Exclude<GraphAction, 'connect'>; sdp: string | null }
  /** `tracking` comes back in every webhook of the call, also when the answer to this request is lost. */
  | { channelId: string; action: 'connect'; to: Address; sdp: string; tracking: string };

/** Meta's Graph API. It never retries: that is the caller's rule. */
export class GraphClient {
  readonly #url: string;
  readonly #token: string;
  readonly #agent = new Agent({
    connectTimeout: 3_000,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connections: 64,
  });

  constructor(settings: { META_GRAPH_URL: string; META_ACCESS_TOKEN: string }) {
    this.#url = settings.META_GRAPH_URL;
    this.#token = settings.META_ACCESS_TOKEN;
  }

  /** `POST /{phone number id}/calls` (Meta calling reference §2.4) */
  async call(asked: CallRequest): Promise<GraphResult> {
    const answer = await this.post(`/${encodeURIComponent(asked.channelId)}/calls`, {
      messaging_product: 'whatsapp',
      action: asked.action,
      ...(asked.action === 'connect' ? begin(asked) : go(asked)),
    });
    if (answer.status === 'refused') return asCallRefusal(answer);
    if (answer.status !== 'answered') return answer;
    const wacid = connectResponseSchema.safeParse(answer.json).data?.calls[0]?.id;
    if (wacid !== undefined) return { status: 'done', wacid };
    return successResponseSchema.safeParse(answer.json).data?.success
      ? { status: 'done' }
      : { status: 'unknown', reason: 'http-200' };
  }

  /** @param path from the version on, such as `/{phone number id}/messages` */
  post(path: string, body: unknown): Promise<GraphAnswer> {
    return this.#request('POST', path, JSON.stringify(body));
  }

  get(path: string, query: Record<string, string>): Promise<GraphAnswer> {
    return this.#request('GET', `${path}?${new URLSearchParams(query)}`, null);
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  async #request(method: 'GET' | 'POST', path: string, body: string | null): Promise<GraphAnswer> {
    try {
      const response = await request(`${this.#url}${path}`, {
        method,
        dispatcher: this.#agent,
        headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(timeout),
      });
      return read(response.statusCode, await response.body.text());
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      return { status: neverLeft.has(code) ? 'notSent' : 'unknown', reason: code };
    }
  }
}

function begin({ to, sdp, tracking }: Extract<CallRequest, { action: 'connect' }>) {
  return { ...addressed(to), session: { sdp_type: 'offer', sdp }, biz_opaque_callback_data: tracking };
}

function go({ wacid, sdp }: Exclude<CallRequest, { action: 'connect' }>) {
  return { call_id: wacid, ...(sdp === null ? {} : { session: { sdp_type: 'answer', sdp } }) };
}

/** The phone where there is one: Meta prefers it too. */
export function addressed({ phone, bsuid }: Address): { to: string } | { recipient: string | null } {
  return phone === null ? { recipient: bsuid } : { to: phone.replace(/^\+/, '') };
}

const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function read(httpStatus: number, text: string): GraphAnswer {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { status: 'unknown', reason: `http-${httpStatus}` };
  }
  if (httpStatus === 200) return { status: 'answered', json };
  const refused = metaErrorSchema.safeParse(json);
  if (!refused.success) return { status: 'unknown', reason: `http-${httpStatus}` };
  const { code, error_subcode, error_user_msg, error_data, fbtrace_id } = refused.data.error;
  // A server error may have come before or after the thing was done, unless it is one of calling's own (§7).
  if (httpStatus >= 500 && !(code >= 138_000 && code < 139_000)) return { status: 'unknown', reason: `meta-${code}` };
  const details = error_data?.details ?? error_user_msg ?? null;
  const subcode = error_subcode === undefined ? null : String(error_subcode);
  return { status: 'refused', code: `${code}`, subcode, httpStatus, details, fbtraceId: fbtrace_id ?? null };
}

/** As the rules of calls know it: "too often" is one code, and so is a refused SDP, for which Meta says 100 or 138008 (§7). */
function asCallRefusal(refused: GraphRefusal): GraphRefusal {
  const code = Number(refused.code);
  if (refused.httpStatus === 429 && code < 138_000) return { ...refused, code: '4' };
  return isSdpRefusal(code, refused.details ?? undefined) ? { ...refused, code: '138008' } : refused;
}
