import type { Transaction } from 'kysely';
import type { AvailabilityFact } from '../../contract/desk/availability.ts';
import type { Effect } from '../../domain/calls/event.ts';
import {
  type Availability,
  type AvailabilityChoice,
  type AvailabilityEvent,
  type AvailabilityRules,
  asChosen,
  available,
  changeAvailability,
  endsAt,
  isRingable,
  isSame,
  mayChoose,
  settled,
} from '../../domain/people/availability.ts';
import type { CallDesk, Step } from '../calls/call-desk.ts';
import { Deadlines } from '../calls/deadlines.ts';
import type { Log } from '../log.ts';
import type { Floor } from '../seats/floor.ts';
import type { Db } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';
import { loadAvailability, saveAvailability } from './store.ts';

type Deps = {
  db: Db;
  desk: CallDesk;
  floor: Floor;
  rules: () => AvailabilityRules;
  log: Log;
  now: () => number;
  /** What an agent is available for has changed, whoever changed it. */
  onChange: (agentId: string) => void;
};

/**
 * What every agent is available for: in the store for ever, on the floor for whoever has a seat. It changes by the agent's word, with
 * the calls (in the transaction of the step that changes it) and by its own time.
 */
export class AvailabilityKeeper {
  readonly #deps: Deps;
  readonly #deadlines = new Deadlines((agentId) => void this.#overdue(agentId));
  /** Whose availability has changed, until it is told; those whose change was not saved after all are told once too often. */
  readonly #untold = new Set<string>();

  constructor(deps: Deps) {
    this.#deps = deps;
    deps.desk.accompany({
      follow: (trx, { effects }, at) => this.#follow(trx, effects, at),
      undo: (db) => this.#undo(db),
    });
    deps.desk.onStep((step) => this.#tell(step));
  }

  /** An agent has a seat: what they left as holds. */
  async takeUp(agentId: string, db: Db = this.#deps.db): Promise<void> {
    const { floor, now } = this.#deps;
    const saved = await loadAvailability(db, agentId);
    const seat = floor.seat(agentId);
    if (saved === null || seat === undefined) return;
    seat.availability = saved;
    this.#deadlines.set(agentId, endsAt(saved), now());
  }

  /** What the desks of an agent are told. */
  async factOf(agentId: string): Promise<AvailabilityFact> {
    const { db, floor, rules, now } = this.#deps;
    const known = floor.seat(agentId)?.availability ?? (await loadAvailability(db, agentId)) ?? available;
    return { now: now(), availability: settled(known, now()), awayReasons: [...rules().awayReasons] };
  }

  /** The agent's own word. @returns whether it could be taken: a reason may not be in the list any more */
  async choose(agentId: string, choice: AvailabilityChoice): Promise<boolean> {
    const { rules, now } = this.#deps;
    const at = now();
    const repeats = isSame(await this.#present(agentId), asChosen(choice, at));
    if (!repeats && !mayChoose(choice, rules())) return false;
    if (!repeats) await this.#happen(agentId, { kind: 'chosen', choice }, at);
    this.#announce(agentId);
    return true;
  }

  close(): void {
    this.#deadlines.clear();
  }

  async #present(agentId: string): Promise<Availability> {
    return (await this.factOf(agentId)).availability;
  }

  async #happen(agentId: string, event: AvailabilityEvent | null, at: number): Promise<void> {
    await this.#deps.desk.transact((trx) => this.#change(trx, agentId, event, at));
  }

  /** What calls mean for agents; belongs into the transaction of their step. */
  async #follow(trx: Transaction<Tables>, effects: readonly Effect[], at: number): Promise<void> {
    for (const effect of effects) {
      if (isAboutAgent(effect)) await this.#change(trx, effect.agentId, { kind: effect.kind }, at);
    }
  }

  /** @param event null: only its time has passed */
  async #change(trx: Transaction<Tables>, agentId: string, event: AvailabilityEvent | null, at: number): Promise<void> {
    const { floor, rules, log } = this.#deps;
    const before = await loadAvailability(trx, agentId);
    if (before === null) return;
    const after = event === null ? settled(before, at) : changeAvailability(before, event, at, rules());
    if (isSame(before, after)) return;
    await saveAvailability(trx, agentId, after);
    const seat = floor.seat(agentId);
    this.#untold.add(agentId);
    if (seat) Object.assign(seat, { availability: after, idleSince: at });
    log.info({ agentId, availability: after.kind, because: event?.kind ?? 'timePassed' }, 'Availability changed');
  }

  async #undo(db: Db): Promise<void> {
    for (const agentId of this.#untold) await this.takeUp(agentId, db);
  }

  #tell({ effects }: Step): void {
    for (const { agentId } of effects.filter(isAboutAgent)) if (this.#untold.has(agentId)) this.#announce(agentId);
  }

  /** Saved and committed: the desks learn it, its end is awaited, and calls that look for somebody look again. */
  #announce(agentId: string): void {
    const { desk, floor, log, now, onChange } = this.#deps;
    const availability = floor.seat(agentId)?.availability;
    this.#untold.delete(agentId);
    this.#deadlines.set(agentId, availability ? endsAt(availability) : null, now());
    onChange(agentId);
    if (!availability || !isRingable(availability, now())) return;
    desk.agentFree(agentId).catch((error) => log.error({ agentId, err: error }, 'Calls could not be offered anew'));
  }

  async #overdue(agentId: string): Promise<void> {
    const { log, now } = this.#deps;
    try {
      await this.#happen(agentId, null, now());
      this.#announce(agentId);
    } catch (error) {
      log.error({ agentId, err: error }, 'The end of an availability could not be saved; trying again');
      this.#deadlines.set(agentId, now() + 1000, now());
    }
  }
}

type AboutAgent = Extract<Effect, { kind: 'ringMissed' | 'talkEnded' }>;

function isAboutAgent(effect: Effect): effect is AboutAgent {
  return effect.kind === 'ringMissed' || effect.kind === 'talkEnded';
}
