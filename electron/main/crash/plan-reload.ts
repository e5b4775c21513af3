/** When a page crashed lately, in milliseconds since the epoch, oldest first. */
export type CrashHistory = readonly number[];

const rememberMs = 60_000;
const longestMs = 30_000;

/** The first crash is mended at once; a page that keeps crashing waits longer each time, so that it never spins. */
export function planReload(before: CrashHistory, now: number): { crashes: CrashHistory; afterMs: number } {
  const crashes = [...before.filter((at) => now - at < rememberMs), now];
  const again = crashes.length - 1;
  return { crashes, afterMs: again === 0 ? 0 : Math.min(1000 * 2 ** (again - 1), longestMs) };
}
