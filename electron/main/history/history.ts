import type { Database } from 'better-sqlite3';
import type { CallsPage } from '../../../src/contract/api/session.ts';
import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import type { Problem } from '../../../src/contract/desk/words.ts';
import type { HistoryQuery } from '../../../src/contract/window/bridge.ts';
import type { HistorySink, Log } from '../../../src/desk/ports.ts';
import { missedOutcomes } from '../../../src/domain/calls/outcome.ts';
import { historyInMemory, historyLost } from '../losses/words.ts';
import { isCorrupt, moveAside, openHistory } from './open.ts';
import { callsQuery, positionOf, positionsPerInstant } from './query.ts';
import { fromRow, toRow } from './rows.ts';

/** The calls of this desk, kept on this computer. Trouble with the disk is logged and never stops a call; what is lost by it is told. */
export class History implements HistorySink {
  readonly #file: string;
  readonly #log: Log;
  readonly #lost: (loss: Problem) => void;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #database: Database;

  constructor(file: string, deps: { log: Log; lost: (loss: Problem) => void; now: () => number }) {
    this.#file = file;
    this.#log = deps.log;
    this.#lost = deps.lost;
    this.#now = deps.now;
    this.#database = this.#open();
  }

  record(call: CallRecord): void {
    try {
      this.use((database) => write(database, call));
    } catch (error) {
      this.#log.error('history not written', { callId: call.callId, error });
    }
    for (const listener of this.#listeners) listener();
  }

  /** Something was recorded. */
  onRecord(listener: () => void): void {
    this.#listeners.add(listener);
  }

  newestEndedAt(): number {
    try {
      const newest = this.use((database) => database.prepare('SELECT max(ended_at) FROM calls').pluck().get());
      return Number(newest ?? 0);
    } catch (error) {
      this.#log.error('history not read', { error });
      return 0;
    }
  }

  /** Newest first. A page ends between two instants, never among calls of the same one, so that `before` can go on from its last. */
  list(query: HistoryQuery): CallsPage {
    const limit = query.limit ?? 50;
    return this.use((database) => {
      const found = callsQuery(query);
      const first = database
        .prepare(found.sql)
        .all({ ...found.values, limit: limit + 1 })
        .map(fromRow);
      const last = first[limit - 1];
      if (first.length <= limit || last === undefined) return { calls: first, more: false };
      const page = first.filter((call) => call.calledAt > last.calledAt);
      const instant = callsQuery({ ...query, before: last.calledAt + 1 }, last.calledAt);
      const same = database
        .prepare(instant.sql)
        .all({ ...instant.values, limit: positionsPerInstant })
        .map(fromRow);
      const older = callsQuery({ ...query, before: last.calledAt });
      const more = database.prepare(older.sql).get({ ...older.values, limit: 1 }) !== undefined;
      return { calls: [...page, ...same], more };
    });
  }

  /** How many calls that ended after an instant were missed; 0 when that cannot be read. */
  missedSince(instant: number): number {
    const places = missedOutcomes.map(() => '?').join(', ');
    const sql = `SELECT count(*) FROM calls WHERE ended_at > ? AND direction = 'inbound' AND outcome IN (${places})`;
    try {
      return Number(
        this.use((database) =>
          database
            .prepare(sql)
            .pluck()
            .get(instant, ...missedOutcomes),
        ),
      );
    } catch (error) {
      this.#log.error('history not read', { error });
      return 0;
    }
  }

  close(): void {
    this.#database.close();
  }

  /** Does something with the file. Runs once more on a new file when this one turns out to be damaged. */
  use<Value>(action: (database: Database) => Value): Value {
    try {
      return action(this.#database);
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      this.#database.close();
      const aside = moveAside(this.#file, this.#now());
      this.#log.error('history damaged, starting over', { aside, error });
      this.#lost(historyLost('corrupt', aside));
      this.#database = this.#open();
      return action(this.#database);
    }
  }

  #open(): Database {
    const opened = openHistory(this.#file, this.#now());
    if (opened.status === 'startedOver') {
      const { reason, aside } = opened;
      this.#log.error('history unusable, starting over', { reason, aside });
      this.#lost(historyLost(reason, aside));
    }
    if (opened.status === 'inMemory') {
      this.#log.error('history in memory only', { error: opened.error });
      this.#lost(historyInMemory);
    }
    return opened.database;
  }
}

function write(database: Database, call: CallRecord): void {
  const row = toRow(call);
  const columns = Object.keys(row);
  database.transaction(() => {
    database.prepare('DELETE FROM calls WHERE call_id = ?').run(call.callId);
    const from = positionOf(call.calledAt);
    const taken = database
      .prepare('SELECT max(position) FROM calls WHERE position >= ? AND position < ?')
      .pluck()
      .get(from, from + positionsPerInstant);
    const position = taken === null ? from : Number(taken) + 1;
    database
      .prepare(
        `INSERT INTO calls (position, ${columns.join(', ')}) VALUES (@position, ${columns.map((name) => `@${name}`).join(', ')})`,
      )
      .run({ ...row, position });
  })();
}
