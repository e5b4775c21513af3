import { Agent, request } from 'undici';
import { isSdpRefusal } from '../../contract/meta/errors.ts';
import { connectResponseSchema, metaErrorSchema, successResponseSchema } from '../../contract/meta/graph.ts';
import type { GraphAction } from '../../domain/calls/event.ts';
import type { Address } from '../store/graph-actions.ts';

/** How long Meta may take for one request, ms. */
const timeout = 5_000;

/**
 * What came of a request to Meta.
 * `refused`: Meta answered with an error · `notSent`: it never left this machine, so it may be tried again ·
 * `unknown`: it may have arrived (a timeout, a connection that broke, an answer that is not Meta's).
 */
export type GraphResult =
  | { status: 'done'; wacid?: string }
  | { status: 'refused'; code: string; httpStatus: number; fbtraceId: string | null }
  | { status: 'notSent'; reason: string }
  | { status: 'unknown'; reason: string };

export type CallRequest =
  | { channelId: string; wacid: string; action: Exclude<GraphAction, 'connect'>; sdp: string | null }
  /** `tracking` comes back in every webhook of the call, also when the answer to this request is lost. */
  | { channelId: string; action: 'connect'; to: Address; sdp: string; tracking: string };

/** Meta's Graph API, as far as calls need it (Meta calling reference §2.4). It never retries: that is the caller's rule. */
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

  /** `POST /{phone number id}/calls` */
  async call(asked: CallRequest): Promise<GraphResult> {
    const body = {
      messaging_product: 'whatsapp',
      action: asked.action,
      ...(asked.action === 'connect' ? begin(asked) : go(asked)),
    };
    try {
      const response = await request(`${this.#url}/${encodeURIComponent(asked.channelId)}/calls`, {
        method: 'POST',
        dispatcher: this.#agent,
        headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(timeout),
      });
      return read(response.statusCode, await response.body.text());
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      return { status: neverLeft.has(code) ? 'notSent' : 'unknown', reason: code };
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

/** The phone where there is one: Meta prefers it too. */
function begin({ to, sdp, tracking }: Extract<CallRequest, { action: 'connect' }>) {
  return {
    ...(to.phone === null ? { recipient: to.bsuid } : { to: to.phone.replace(/^\+/, '') }),
    session: { sdp_type: 'offer', sdp },
    biz_opaque_callback_data: tracking,
  };
}

function go({ wacid, sdp }: Exclude<CallRequest, { action: 'connect' }>) {
  return { call_id: wacid, ...(sdp === null ? {} : { session: { sdp_type: 'answer', sdp } }) };
}

const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function read(httpStatus: number, text: string): GraphResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { status: 'unknown', reason: `http-${httpStatus}` };
  }
  const began = connectResponseSchema.safeParse(json);
  const wacid = began.data?.calls[0]?.id;
  if (httpStatus === 200 && wacid !== undefined) return { status: 'done', wacid };
  const success = successResponseSchema.safeParse(json);
  if (httpStatus === 200 && success.success && success.data.success) return { status: 'done' };
  const refused = metaErrorSchema.safeParse(json);
  if (!refused.success) return { status: 'unknown', reason: `http-${httpStatus}` };
  const { code, error_data, fbtrace_id } = refused.data.error;
  // A server error may have come before or after the thing was done, unless it is one of calling's own (§7).
  if (httpStatus >= 500 && !(code >= 138_000 && code < 139_000)) return { status: 'unknown', reason: `meta-${code}` };
  if (httpStatus === 429 && code < 138_000)
    return { status: 'refused', code: '4', httpStatus, fbtraceId: fbtrace_id ?? null };
  // Meta says 100 for bad SDP and for much else; 138008 means the SDP only (§7).
  const known = isSdpRefusal(code, error_data?.details) ? 138_008 : code;
  return { status: 'refused', code: String(known), httpStatus, fbtraceId: fbtrace_id ?? null };
}
