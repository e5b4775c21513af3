/** What was asked of Graph and what became of it, so that a test can say that nothing was done twice. */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';

export const graphRequestSchema = z.object({
  id: z.string(),
  at: z.string(),
  method: z.string(),
  /** Without version and query. */
  path: z.string(),
  /** `pre_accept`, `accept`, `reject`, `terminate`, `connect`, `message:<type>`, `read`, or the last part of the path. */
  action: z.string(),
  callId: z.string().nullable(),
  /** HTTP status; null while it is not answered, or was left without an answer on purpose. */
  status: z.number().nullable(),
  /** Meta's error code. */
  code: z.number().nullable(),
  /** It changed something here, whatever the client was told. */
  applied: z.boolean(),
  /** SHA-256 of the SDP in the request, hex. */
  sdpHash: z.string().nullable(),
  /** What was taken but may go wrong at Meta, such as an answer that is not sendrecv. */
  warnings: z.array(z.string()),
  /** The kind of the fault that was put in its way. */
  fault: z.string().nullable(),
});
export type GraphRequest = z.infer<typeof graphRequestSchema>;

const bodySchema = z.looseObject({
  action: z.string().optional(),
  call_id: z.string().optional(),
  type: z.string().optional(),
  status: z.string().optional(),
  session: z.looseObject({ sdp: z.string().optional() }).optional(),
});

const KEPT = 50_000;

export class Journal {
  readonly requests: GraphRequest[] = [];

  open(method: string, path: string, body: unknown): GraphRequest {
    const read = bodySchema.safeParse(body);
    const known = read.success ? read.data : {};
    const last = path.split('/').at(-1) ?? '';
    const message = known.status === 'read' ? 'read' : `message:${known.type ?? 'unknown'}`;
    const record: GraphRequest = {
      id: randomUUID(),
      at: new Date().toISOString(),
      method,
      path,
      action: known.action ?? (last === 'messages' ? message : last),
      callId: known.call_id ?? null,
      status: null,
      code: null,
      applied: false,
      sdpHash: known.session?.sdp === undefined ? null : createHash('sha256').update(known.session.sdp).digest('hex'),
      warnings: [],
      fault: null,
    };
    this.requests.push(record);
    if (this.requests.length > KEPT) this.requests.shift();
    return record;
  }
}
