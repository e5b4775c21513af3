import { payloadFrom } from './payload.ts';

/** How long the word on a button may be (Meta calling reference §6.1). */
export const longestButton = 20;

/** How long a button may be good for, minutes (§6.1). */
export const buttonLife = { least: 1, most: 43_200 } as const;

/**
 * A link that calls the company when it is opened on a phone (§6.3); the call rings whoever made the link first.
 *
 * @param number of the company, E.164
 */
export function callLink(number: string, agentId: string): string {
  return `https://wa.me/call/${number.replace(/\D/g, '')}?biz_payload=${encodeURIComponent(payloadFrom(agentId))}`;
}
