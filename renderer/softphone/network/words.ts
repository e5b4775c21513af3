import type { ProxyAsks } from '../../../src/contract/window/network.ts';

/** Why calls may come a moment later, for who wonders. */
export const slowWords =
  'This network blocks the fast connection, so Ringdesk uses a slower one. Calls ring here all the same, sometimes a moment later.';

/** `This computer’s clock is 1 hour behind. Calls work; times shown may be wrong.` */
export function clockWords(aheadMs: number): string {
  const direction = aheadMs < 0 ? 'behind' : 'ahead';
  return `This computer’s clock is ${inWholeUnits(Math.abs(aheadMs))} ${direction}. Calls work; times shown may be wrong.`;
}

const units: readonly [string, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** In the largest unit of which there are two, or exactly one: a clock is mostly off by whole hours. */
function inWholeUnits(length: number): string {
  for (const [unit, size] of units) {
    const count = Math.round(length / size);
    if (count >= 2 || (count === 1 && Math.abs(length - size) < size / 20))
      return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return `${Math.max(1, Math.round(length / 60_000))} minutes`;
}

export function proxyWords({ proxy, refused }: ProxyAsks): string {
  return refused
    ? `The proxy ${proxy} did not take that name and password.`
    : `The proxy ${proxy} of this network asks for a name and a password.`;
}
