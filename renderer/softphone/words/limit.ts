import type { CallLimit } from '../../../src/contract/desk/socket.ts';
import { talkTime } from './duration.ts';

/** How long before its limit a call begins to count down, ms. */
export const countsDownFor = 120_000;

/** `Ends in 1:45: the limit of a call here is 30 minutes.`; null while there is time. */
export function limitWords({ until, minutes }: CallLimit, now: number): string | null {
  const left = until - now;
  if (left > countsDownFor) return null;
  return `Ends in ${talkTime(Math.max(0, Math.ceil(left / 1000)))}: the limit of a call here is ${lengthWords(minutes)}.`;
}

function lengthWords(minutes: number): string {
  if (minutes < 1) return `${Math.round(minutes * 60)} seconds`;
  if (minutes === 1) return '1 minute';
  return `${Number(minutes.toFixed(1))} minutes`;
}
