/**
 * How far a message of ours got. `sending`: Meta has not answered · `unknown`: whether it was sent is not known · the others as Meta tells them
 * (Meta calling reference §12.2).
 */
export const messageStates = ['sending', 'unknown', 'sent', 'delivered', 'read', 'failed'] as const;
export type MessageState = (typeof messageStates)[number];

/** Where a message stands: Meta's id of it once that is known, how far it got, and the code of why it failed. */
export type Standing = { wamid: string | null; state: MessageState; code: string | null };

/** What came of giving a message to Meta; `notSent`: it certainly did not leave. */
export type Given =
  | { status: 'sent'; wamid: string }
  | { status: 'refused'; code: string }
  | { status: 'notSent' | 'unknown' };

/** Meta's statuses come in any order, `read` without `delivered`, and a message that arrived did not fail. */
const steps: Record<MessageState, number> = { sending: 0, unknown: 0, sent: 1, failed: 2, delivered: 3, read: 4 };

export function isFurther(state: MessageState, than: MessageState): boolean {
  return steps[state] > steps[than];
}

/** Webhooks may have spoken of it before Meta's answer was here: then it left, whatever became of the answer. */
export function afterGiven({ wamid, state, code }: Standing, given: Given): Standing {
  if (given.status === 'sent') return { wamid: given.wamid, state: isFurther('sent', state) ? 'sent' : state, code };
  if (wamid !== null) return { wamid, state, code };
  if (given.status === 'unknown') return { wamid, state: 'unknown', code: null };
  return { wamid, state: 'failed', code: given.status === 'refused' ? given.code : 'notSent' };
}

/** Only what certainly did not leave is sent again. */
export function mayRepeat({ state, wamid }: Pick<Standing, 'state' | 'wamid'>): boolean {
  return state === 'failed' && wamid === null;
}
