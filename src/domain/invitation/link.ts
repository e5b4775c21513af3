import { payloadFrom } from './payload.ts';

/**
 * A link that calls the company when it is opened on a phone (§6.3); the call rings whoever made the link first.
 *
 * @param number of the company, E.164
 */
export function callLink(number: string, agentId: string): string {
  return `https://wa.me/call/${number.replace(/\D/g, '')}?biz_payload=${encodeURIComponent(payloadFrom(agentId))}`;
}
