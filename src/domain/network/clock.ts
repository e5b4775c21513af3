/** A clock that is off by less than this, ms, is right enough for a call list. */
const noticeable = 60_000;

/**
 * How far this computer's clock is ahead of the relay's (ms, negative: behind), taking the relay to have looked at its own in the middle
 * of the way there and back. Null while it is right enough.
 */
export function clockAhead(asked: { sentAt: number; answeredAt: number; relayNow: number }): number | null {
  const ahead = (asked.sentAt + asked.answeredAt) / 2 - asked.relayNow;
  return Math.abs(ahead) < noticeable ? null : Math.round(ahead);
}
