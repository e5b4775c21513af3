import type { MetaCode } from './code.ts';
import type { GraphAction, GraphAnswer } from './event.ts';

/** What came of one request to Meta; `code` is Meta's. `notSent`: it certainly never arrived. */
export type Attempt =
  | { status: 'done'; wacid?: string }
  | { status: 'refused'; code: MetaCode }
  | { status: 'notSent' }
  | { status: 'unknown' };

export type Move = { kind: 'tell'; result: GraphAnswer['result'] } | { kind: 'again'; after: number };

/** Meta's codes for "too many requests": refused before anything was done (§7). */
const overload: ReadonlySet<string> = new Set(['4', '613', '80007', '130429']);

/** Sending these twice harms nothing: the second is refused because the call is over. */
const repeatable: ReadonlySet<GraphAction> = new Set(['terminate', 'reject']);

/**
 * Whether to ask Meta again. What certainly did not arrive is repeated; what may have arrived only where that is harmless
 * (terminate and reject); connect, accept and pre_accept never blindly.
 *
 * @param attempts how often it was sent, this time included
 * @returns `after` in ms
 */
export function afterAttempt(action: GraphAction, attempts: number, attempt: Attempt): Move {
  const harmless = repeatable.has(action);
  const most = harmless ? 8 : 4;
  const again: Move = { kind: 'again', after: Math.min(250 * 2 ** (attempts - 1), 10_000) };
  switch (attempt.status) {
    case 'done':
      return { kind: 'tell', result: attempt };
    case 'refused':
      if (overload.has(attempt.code) && attempts < most) return again;
      return { kind: 'tell', result: { status: 'failed', code: attempt.code } };
    case 'notSent':
      return attempts < most ? again : { kind: 'tell', result: { status: 'failed', code: 'unreachable' } };
    case 'unknown':
      return harmless && attempts < most ? again : { kind: 'tell', result: { status: 'unknown' } };
  }
}
