/**
 * How far a message of ours got. `sending`: Meta has not answered · `unknown`: whether it was sent is not known · the others as Meta tells them
 * (Meta calling reference §12.2).
 */
export type MessageState = 'sending' | 'unknown' | 'sent' | 'delivered' | 'read' | 'failed';

/** Meta's statuses come in any order, `read` without `delivered`, and a message that arrived did not fail. */
const steps: Record<MessageState, number> = { sending: 0, unknown: 0, sent: 1, failed: 2, delivered: 3, read: 4 };

export function isFurther(state: MessageState, than: MessageState): boolean {
  return steps[state] > steps[than];
}
