import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import { dayTitle } from '../words/when.ts';

/** What a list shows, in order: a heading over each day, and its calls. */
export type ListLine = { kind: 'day'; title: string } | { kind: 'call'; call: CallRecord; position: number };

/** @param calls newest first */
export function byDay(calls: readonly CallRecord[], now: number): ListLine[] {
  const lines: ListLine[] = [];
  let last: string | null = null;
  for (const [position, call] of calls.entries()) {
    const title = dayTitle(call.calledAt, now);
    if (title !== last) lines.push({ kind: 'day', title });
    last = title;
    lines.push({ kind: 'call', call, position });
  }
  return lines;
}
