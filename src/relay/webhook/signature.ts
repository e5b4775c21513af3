import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `X-Hub-Signature-256` signs these bytes (Meta calling reference §8.2): HMAC-SHA256 with the app secret over the raw body,
 * compared in constant time.
 */
export function isSigned(header: string | undefined, body: Buffer, appSecret: string): boolean {
  const given = /^sha256=([0-9a-f]{64})$/i.exec(header ?? '')?.[1];
  if (given === undefined) return false;
  const expected = createHmac('sha256', appSecret).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(given, 'hex'));
}
