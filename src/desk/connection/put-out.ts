/** A relay that stops puts everybody out once; it is not there when they come back. */
const peaceMs = 60_000;

/**
 * Tells being put out by a relay that stops from being put out by another desk of the same identity (a profile that was copied
 * to a second computer). Both desks would come back and put each other out for ever, with every call cut off on the way. Being
 * put out twice within a minute, by a relay that was there all the while, means that there is another one.
 */
export function createPatience(now: () => number) {
  let last: number | null = null;
  return {
    /** Put out: is it time to stay away? */
    isOver(): boolean {
      const again = last !== null && now() - last < peaceMs;
      last = now();
      return again;
    },
    /** The relay was away, or the agent wants to be here. */
    renew(): void {
      last = null;
    },
  };
}
