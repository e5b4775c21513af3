import { randomUUID } from 'node:crypto';
import type { CallDesk } from '../calls/call-desk.ts';
import type { GraphClient } from '../graph/client.ts';
import { lookUpPermission } from '../graph/permissions.ts';
import type { Log } from '../log.ts';
import type { Pair } from '../store/acquaintances.ts';
import type { Db } from '../store/database.ts';
import { lastLook, learnFinding, standingOf } from './facts.ts';

type Deps = {
  db: Db;
  desk: CallDesk;
  graph: GraphClient;
  log: Log;
  now: () => number;
  /** What is known of a customer has changed. */
  onNews: (pair: Pair) => void;
};

/** The lower of the two rates that Meta names (§4.6): so many questions within so long, ms. */
const atMost = 5;
const within = 1_000;

/** After "too often" (613) nobody asks for a while, ms. */
const pause = 60_000;

/** Before a call Meta's last word is good enough when it is this young, ms. */
const yesHoldsFor = 10 * 60_000;
const noHoldsFor = 10_000;

/** Whether Meta was asked, and answered. `calm`: it was asked too lately, or too often. */
export type LookResult = 'found' | 'fresh' | 'calm' | 'failed';

/**
 * Asks Meta what it holds of a customer's permission, and puts the ledger right. What Meta says holds for the instant before the question, so
 * that an answer of the customer meanwhile is the newer.
 */
export class PermissionLooker {
  readonly #deps: Deps;
  readonly #looking = new Map<string, Promise<LookResult>>();
  readonly #askedAt: number[] = [];
  #calmUntil = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * @param maxAge an answer that young is good enough, ms
   * @returns never throws; what could not be looked up stays as it is known
   */
  look(pair: Pair, maxAge: number): Promise<LookResult> {
    const key = `${pair.channelId} ${pair.customerId}`;
    const running = this.#looking.get(key);
    if (running) return running;
    const look = this.#look(pair, maxAge)
      .catch((error: unknown): LookResult => {
        this.#deps.log.error({ customerId: pair.customerId, err: error }, 'Permission could not be looked up');
        return 'failed';
      })
      .finally(() => this.#looking.delete(key));
    this.#looking.set(key, look);
    return look;
  }

  /** What holds is asked once in a while; where it is no, rather sooner: the agent wants to call now. */
  async lookBeforeCall(pair: Pair): Promise<void> {
    const { db, now } = this.#deps;
    const { mayCall } = await standingOf(db, pair, now());
    await this.look(pair, mayCall.allowed ? yesHoldsFor : noHoldsFor);
  }

  async #look(pair: Pair, maxAge: number): Promise<LookResult> {
    const { db, desk, graph, log, now, onNews } = this.#deps;
    const at = now();
    const last = await lastLook(db, pair);
    if (last !== null && at - last < maxAge) return 'fresh';
    if (!this.#mayAsk(at)) return 'calm';
    const customer = await db
      .selectFrom('customer')
      .select(['phone', 'bsuid'])
      .where('id', '=', pair.customerId)
      .executeTakeFirst();
    if (!customer || (customer.phone === null && customer.bsuid === null)) return 'failed';
    const looked = await lookUpPermission(graph, pair.channelId, customer);
    if (looked.status !== 'found') {
      if (looked.status === 'refused' && looked.code === '613') this.#calmUntil = now() + pause;
      const reason = looked.status === 'refused' ? looked.code : looked.reason;
      log.warn({ customerId: pair.customerId, channelId: pair.channelId, reason }, 'Permission not looked up');
      return 'failed';
    }
    const { found } = looked;
    await desk.transact((trx) => learnFinding(trx, pair, { key: `looked/${randomUUID()}`, at, kind: 'looked', found }));
    onNews(pair);
    return 'found';
  }

  #mayAsk(at: number): boolean {
    if (at < this.#calmUntil) return false;
    while (this.#askedAt[0] !== undefined && at - this.#askedAt[0] >= within) this.#askedAt.shift();
    if (this.#askedAt.length >= atMost) return false;
    this.#askedAt.push(at);
    return true;
  }
}
