/** Meta's handshake with a webhook address. Meta calling reference §8.1. */
import { randomInt } from 'node:crypto';
import { request } from 'undici';

export type Verification =
  | { readonly status: 'verified' }
  | { readonly status: 'refused'; readonly http: number | null; readonly reason: string };

export async function verifyWebhook(url: string, verifyToken: string, timeoutMs: number): Promise<Verification> {
  const challenge = String(randomInt(1_000_000_000));
  const target = new URL(url);
  target.searchParams.set('hub.mode', 'subscribe');
  target.searchParams.set('hub.challenge', challenge);
  target.searchParams.set('hub.verify_token', verifyToken);
  try {
    const answer = await request(target, { signal: AbortSignal.timeout(timeoutMs) });
    const body = await answer.body.text();
    if (answer.statusCode === 200 && body === challenge) return { status: 'verified' };
    const reason = answer.statusCode === 200 ? 'the body is not the bare challenge' : 'not 200';
    return { status: 'refused', http: answer.statusCode, reason };
  } catch (error) {
    return { status: 'refused', http: null, reason: error instanceof Error ? error.message : 'no answer' };
  }
}
