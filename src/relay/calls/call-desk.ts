import type { Transaction } from 'kysely';
import { advance } from '../../domain/calls/advance.ts';
import { type Call, dueAt } from '../../domain/calls/call.ts';
import type { CallEvent, Effect, Refusal } from '../../domain/calls/event.ts';
import type { RingPolicy } from '../../domain/ringing/plan.ts';
import type { Log } from '../log.ts';
import type { Floor } from '../seats/floor.ts';
import { callById, liveCalls, ringingCalls, saveStep } from '../store/calls.ts';
import type { Db } from '../store/database.ts';
import type { PendingAction } from '../store/graph-actions.ts';
import { GroupCommit, type Piece } from '../store/group-commit.ts';
import type { Tables } from '../store/tables.ts';
import { Deadlines } from './deadlines.ts';
import { Lane } from './lane.ts';

/** A call that moved, and what must be done about it now that it is saved. */
export type Step = {
  call: Call;
  effects: readonly Effect[];
  /** What must be asked of Meta now. */
  asks: readonly PendingAction[];
  refused: Refusal | null;
};

/** Carries effects out, once they are saved. */
export type Performer = (step: Step) => void;

/** What follows from a step for others than its call. */
export type Companion = {
  /** Saves it in the transaction of the step. */
  follow(trx: Transaction<Tables>, step: Pick<Step, 'call' | 'effects'>, at: number): Promise<void>;
  /** A step was not saved after all; `db` shows what was. */
  undo(db: Db): Promise<void>;
};

/** Moves one call inside the transaction that the cause belongs to. */
export type Mover = (known: Call | null, event: CallEvent) => Promise<Step>;

/**
 * The shell around `advance`: loads a call, advances it, saves it with its effects and its log row in one transaction, commits,
 * and only then performs the effects. One step at a time, so that no two calls ring the same agent.
 */
export class CallDesk {
  readonly #db: Db;
  readonly #floor: Floor;
  readonly #policy: RingPolicy;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #commits: GroupCommit;
  readonly #lane = new Lane();
  readonly #deadlines = new Deadlines((callId) => void this.#overdue(callId));
  readonly #performers: Performer[] = [];
  readonly #companions: Companion[] = [];

  constructor(deps: { db: Db; floor: Floor; policy: RingPolicy; log: Log; now: () => number }) {
    this.#db = deps.db;
    this.#commits = new GroupCommit(deps.db);
    this.#floor = deps.floor;
    this.#policy = deps.policy;
    this.#log = deps.log;
    this.#now = deps.now;
  }

  onStep(perform: Performer): void {
    this.#performers.push(perform);
  }

  accompany(companion: Companion): void {
    this.#companions.push(companion);
  }

  /** Takes up the live calls of an earlier run. */
  async resume(): Promise<Call[]> {
    const calls = await liveCalls(this.#db);
    this.#floor.reset(calls, this.#now());
    for (const call of calls) this.#deadlines.set(call.id, dueAt(call), this.#now());
    return calls;
  }

  /**
   * Runs work that may move calls, which is saved whole or not at all; once it is durable, what it moved is carried out.
   * @throws what the work throws, with nothing saved
   */
  async transact<Result>(work: (trx: Transaction<Tables>, move: Mover) => Promise<Result>): Promise<Result> {
    const steps: Step[] = [];
    const piece: Piece<Result> = {
      work: (trx) =>
        work(trx, async (known, event) => {
          const step = await this.#move(trx, known, event);
          steps.push(step);
          return step;
        }),
      committed: () => {
        for (const step of steps) this.#perform(step);
      },
      // The floor may have taken in steps that were rolled back.
      undone: async (db) => {
        if (steps.length > 0) this.#floor.reset(await liveCalls(db), this.#now());
        for (const companion of this.#companions) await companion.undo(db);
      },
    };
    return this.#commits.save(piece, (commit) => this.#lane.run(commit));
  }

  /** Runs work while no call moves, so that what it reads and what it tells belong together. */
  still<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#lane.run(work);
  }

  /** Moves one known call. @returns null when there is no such call */
  command(callId: string, event: CallEvent): Promise<Step | null> {
    return this.transact(async (trx, move) => {
      const call = await callById(trx, callId);
      return call === null ? null : move(call, event);
    });
  }

  /** Somebody can be rung who could not: the calls that ring look again. */
  agentFree(agentId: string): Promise<void> {
    return this.transact(async (trx, move) => {
      const at = this.#now();
      for (const call of await ringingCalls(trx)) await move(call, { kind: 'agentFree', agentId, at });
    });
  }

  /** Whether a call has been answered here and is not over. */
  async isClaimed(callId: string): Promise<boolean> {
    const call = await callById(this.#db, callId);
    return call !== null && call.life.phase !== 'ringing' && call.life.phase !== 'ended';
  }

  /** The ring of a call at an agent's desk, if it rings there. */
  async ringOf(callId: string, agentId: string): Promise<string | null> {
    const call = await callById(this.#db, callId);
    if (call?.life.phase !== 'ringing') return null;
    return call.life.rings.find((ring) => ring.agentId === agentId)?.ringId ?? null;
  }

  async close(): Promise<void> {
    this.#deadlines.clear();
    await this.#lane.idle();
  }

  async #move(trx: Transaction<Tables>, known: Call | null, event: CallEvent): Promise<Step> {
    const channelId = known?.channelId ?? ('channelId' in event ? event.channelId : '');
    const floor = this.#floor;
    const step = advance(known, event, {
      // Most events ring nobody, and a floor of a thousand is not looked over for nothing.
      get agents() {
        return floor.agentsFor(channelId, event.at);
      },
      policy: this.#policy,
    });
    if (step.call === known) return { ...step, asks: [] };
    const asks = await saveStep(trx, step.call, event, step.effects, known === null);
    this.#floor.occupy(step.call, event.at);
    for (const companion of this.#companions) await companion.follow(trx, step, event.at);
    return { ...step, asks };
  }

  #perform(step: Step): void {
    this.#deadlines.set(step.call.id, dueAt(step.call), this.#now());
    for (const perform of this.#performers) perform(step);
  }

  async #overdue(callId: string): Promise<void> {
    try {
      await this.command(callId, { kind: 'deadline', at: this.#now() });
    } catch (error) {
      this.#log.error({ callId, err: error }, 'Deadline of a call could not be carried out; trying again');
      this.#deadlines.set(callId, this.#now() + 1000, this.#now());
    }
  }
}
