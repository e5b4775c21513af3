import type { HistoryQuery } from '../../../src/contract/window/bridge.ts';
import { searchWords } from './search-text.ts';

/** Room for calls of the same millisecond, which one desk never fills. */
export const positionsPerInstant = 1000;

export function positionOf(instant: number): number {
  return instant * positionsPerInstant;
}

export type Query = { sql: string; values: Record<string, string | number> };

/** The calls before `query.before` (and not before `from`) with all the words in them, newest first; `@limit` is left to the caller. */
export function callsQuery(query: HistoryQuery, from = 0): Query {
  const words = searchWords(query.search ?? '');
  // The trigram index finds three letters and more; fewer are looked for in the rows, where they are soon found.
  const long = words.filter((word) => [...word].length >= 3);
  const short = words.filter((word) => [...word].length < 3);
  const before = query.before === undefined ? Number.MAX_SAFE_INTEGER : positionOf(query.before);
  const values: Query['values'] = { before, from: positionOf(from) };
  const conditions = ['calls.position < @before', 'calls.position >= @from'];
  if (query.customerId !== undefined) {
    values.customer = query.customerId;
    conditions.push('calls.customer_id = @customer');
  }
  short.forEach((word, index) => {
    values[`short${index}`] = word;
    conditions.push(`instr(calls.search, @short${index}) > 0`);
  });
  if (long.length === 0) {
    return { sql: `SELECT * FROM calls WHERE ${conditions.join(' AND ')} ORDER BY position DESC LIMIT @limit`, values };
  }
  values.match = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ');
  const found = ['calls_search MATCH @match', 'calls_search.rowid < @before', 'calls_search.rowid >= @from'];
  return {
    sql: `SELECT calls.* FROM calls_search CROSS JOIN calls ON calls.position = calls_search.rowid
      WHERE ${[...found, ...conditions.slice(2)].join(' AND ')} ORDER BY calls_search.rowid DESC LIMIT @limit`,
    values,
  };
}
