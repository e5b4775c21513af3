/** Meta's way to say no. Meta calling reference §0.4, §7, appendix A11. */
import { explainMetaError } from '../../contract/meta/errors.ts';
import type { MetaError } from '../../contract/meta/graph.ts';
import { newTraceId } from '../ids.ts';

/** Thrown by a Graph handler; `details` is what a client may branch on besides the code. */
export class Refusal extends Error {
  readonly code: number;
  readonly details: string;
  readonly http: number;
  /** What exactly is wrong, where the code says little. */
  readonly subcode: number | undefined;

  constructor(code: number, details?: string, http?: number, subcode?: number) {
    const known = explainMetaError(code);
    super(`(#${code}) ${known.title}`);
    this.code = code;
    this.details = details ?? known.title;
    this.http = http ?? known.http;
    this.subcode = subcode;
  }
}

export const errorBody = ({ message, code, details, subcode }: Refusal): MetaError => ({
  error: {
    message,
    type: 'OAuthException',
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode, error_user_msg: details }),
    error_data: { messaging_product: 'whatsapp', details },
    fbtrace_id: newTraceId(),
  },
});
