/** What an invitation to call carries, so that the call comes back to whoever invited. */
const form = /^ringdesk\.agent\.([A-Za-z0-9-]{1,64})$/;

/** For the button's `payload` and a link's `biz_payload`, which Meta gives back with the call (Meta calling reference §6); at most 512 characters. */
export function payloadFrom(agentId: string): string {
  return `ringdesk.agent.${agentId}`;
}

/**
 * Who invited, by what a call brought. Customers can change the payload of a link, so this is a wish of whoever calls and no more: it names
 * whom to ring first, and an agent who is not there is not rung.
 *
 * @returns null when it is not an invitation of ours
 */
export function inviterIn(payload: string | null): string | null {
  return form.exec(payload ?? '')?.[1] ?? null;
}
