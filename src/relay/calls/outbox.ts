import type { CallEvent } from '../../domain/calls/event.ts';
import { type Attempt, afterAttempt } from '../../domain/calls/graph-retry.ts';
import type { CallRequest, GraphClient, GraphResult } from '../graph/client.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { learnRefusedCall } from '../permission/from-calls.ts';
import { callById } from '../store/calls.ts';
import type { Db } from '../store/database.ts';
import {
  addressOf,
  allPending,
  forget,
  markSent,
  markWaiting,
  nextPending,
  type PendingAction,
} from '../store/graph-actions.ts';
import type { CallDesk } from './call-desk.ts';

/**
 * Asks Meta what the calls want asked: one request at a time for a call, in order. A row says `sent` before the request leaves and
 * until its answer is recorded, so that after a crash it is known which requests may have arrived; whether to repeat them is the
 * domain's rule.
 */
export class Outbox {
  readonly #db: Db;
  readonly #desk: CallDesk;
  readonly #graph: GraphClient;
  readonly #log: Log;
  readonly #metrics: Metrics;
  readonly #now: () => number;
  readonly #busy = new Map<string, Promise<void>>();
  /** Saved as sent in the step that asked for it, and on its way from there. */
  readonly #handed = new Map<string, PendingAction>();
  /** What Meta answered, by action, until it is recorded. */
  readonly #results = new Map<number, GraphResult>();
  /** Calls that got something new while they were worked off. */
  readonly #more = new Set<string>();
  readonly #again = new Set<NodeJS.Timeout>();
  #closed = false;

  constructor(deps: { db: Db; desk: CallDesk; graph: GraphClient; log: Log; metrics: Metrics; now: () => number }) {
    this.#db = deps.db;
    this.#desk = deps.desk;
    this.#graph = deps.graph;
    this.#log = deps.log;
    this.#metrics = deps.metrics;
    this.#now = deps.now;
    this.#desk.onStep(({ call, effects, asks }) => {
      for (const action of asks) this.#handed.set(call.id, action);
      if (effects.some((effect) => effect.kind === 'graph')) this.wake(call.id);
    });
  }

  /** Takes up what an earlier run left. */
  async resume(): Promise<void> {
    for (const { callId } of await allPending(this.#db)) this.wake(callId);
  }

  /** Works off the rows of a call, unless somebody is at it. */
  wake(callId: string): void {
    if (this.#closed) return;
    if (this.#busy.has(callId)) {
      this.#more.add(callId);
      return;
    }
    const work = this.#work(callId)
      .catch((error: unknown) => {
        this.#log.error({ callId, err: error }, 'Outbox could not go on; trying again');
        return 1000;
      })
      .then((after) => {
        this.#busy.delete(callId);
        const more = this.#more.delete(callId);
        if (after !== null) this.#later(callId, after);
        else if (more) this.wake(callId);
      });
    this.#busy.set(callId, work);
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#again) clearTimeout(timer);
    await Promise.all(this.#busy.values());
  }

  /** @returns ms after which to go on, or null when there is nothing left */
  async #work(callId: string): Promise<number | null> {
    while (!this.#closed) {
      const action = await this.#next(callId);
      if (action === null) return null;
      const result = this.#results.get(action.id) ?? (await this.#ask(action));
      // Kept until it is recorded: what Meta has answered is never asked again.
      this.#results.set(action.id, result);
      const after = await this.#conclude(action, result);
      this.#results.delete(action.id);
      if (after !== null) return after;
    }
    return null;
  }

  /** A row that says `sent` and is not ours to send may have arrived, or not: an earlier run ended over it. */
  async #next(callId: string): Promise<PendingAction | null> {
    const handed = this.#handed.get(callId);
    this.#handed.delete(callId);
    if (handed) return handed;
    const action = await nextPending(this.#db, callId);
    if (!action) return null;
    if (action.status === 'sent') {
      if (!this.#results.has(action.id)) this.#results.set(action.id, { status: 'unknown', reason: 'restart' });
      return action;
    }
    return (await markSent(this.#db, action.id)) ? { ...action, attempts: action.attempts + 1 } : this.#next(callId);
  }

  async #ask(action: PendingAction): Promise<GraphResult> {
    this.#log.debug({ callId: action.callId, action: action.action }, 'Graph action leaves');
    const stop = this.#metrics.graph.startTimer({ action: action.action });
    const result = await this.#graph.call(await this.#requestOf(action));
    stop({ result: result.status });
    return result;
  }

  async #requestOf({ channelId, callId, wacid, action, sdp }: PendingAction): Promise<CallRequest> {
    if (action !== 'connect') return { channelId, wacid: wacid ?? '', action, sdp };
    return { channelId, action, to: await addressOf(this.#db, callId), sdp: sdp ?? '', tracking: callId };
  }

  /** @returns ms after which the same action is due again, or null when it is settled */
  async #conclude(action: PendingAction, result: GraphResult): Promise<number | null> {
    const { callId, attempts } = action;
    const move = afterAttempt(action.action, attempts, toAttempt(result));
    const line = { callId, action: action.action, attempts, ...result, details: undefined };
    if (result.status === 'done') this.#log.info(line, 'Graph action done');
    else this.#log.warn(line, 'Graph action not done');
    if (move.kind === 'again') {
      // Until then it only waits, and what the call wants next may overtake it.
      return (await markWaiting(this.#db, action)) ? move.after : null;
    }
    const event: CallEvent = { kind: 'graph', action: action.action, result: move.result, at: this.#now() };
    await this.#desk.transact(async (trx, go) => {
      await forget(trx, action.id);
      const call = await callById(trx, callId);
      if (call === null) return;
      await go(call, event);
      if (action.action === 'connect' && result.status === 'refused') {
        await learnRefusedCall(trx, call, result, event.at);
      }
    });
    return null;
  }

  #later(callId: string, after: number): void {
    if (this.#closed) return;
    const timer = setTimeout(() => {
      this.#again.delete(timer);
      this.wake(callId);
    }, after);
    this.#again.add(timer);
  }
}

function toAttempt(result: GraphResult): Attempt {
  if (result.status === 'refused') return { status: 'refused', code: result.code };
  if (result.status === 'done')
    return { status: 'done', ...(result.wacid === undefined ? {} : { wacid: result.wacid }) };
  return { status: result.status };
}
