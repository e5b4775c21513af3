import type { IceSetup } from '../../contract/desk/ice.ts';
import type { DeskSync, GoesOn, Ring, Seat as SeatMessage } from '../../contract/desk/socket.ts';
import type { Call } from '../../domain/calls/call.ts';
import type { Effect } from '../../domain/calls/event.ts';
import { exhaustive } from '../../domain/exhaustive.ts';
import type { AvailabilityKeeper } from '../availability/keeper.ts';
import type { CallDesk, Step } from '../calls/call-desk.ts';
import { type CallFacts, type Facts, toLiveCall, toRingMessage } from '../calls/facts.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { channelsOf, toAgent } from '../people/agents.ts';
import { callById } from '../store/calls.ts';
import type { Db } from '../store/database.ts';
import { endedSince, recordOf } from '../store/history.ts';
import { waitingCustomers } from '../store/received-messages.ts';
import type { DeskSocket } from './desk-server.ts';
import type { Floor, Seat } from './floor.ts';
import type { Seating } from './seating.ts';

type Deps = {
  db: Db;
  desk: CallDesk;
  floor: Floor;
  seating: Seating;
  facts: CallFacts;
  availability: AvailabilityKeeper;
  log: Log;
  metrics: Metrics;
  /** How many desks a call rings at the same time. */
  ringsAtOnce: number;
  /** What a desk of this agent is told about STUN and TURN. */
  iceFor: (agentId: string) => IceSetup;
  now: () => number;
};

/** How long after its end a record may still change, ms. */
const settledWithin = 60_000;

/** Tells the desks what happens to calls, and a desk that was away the whole truth. */
export class Announcer {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Tells the desks what a step of a call means for them. */
  announce({ call, effects }: Step): void {
    const known = this.#deps.facts.of(call.id);
    for (const effect of effects) this.#announceOne(call, effect, known);
  }

  /** Sends a desk the whole truth: seat, ring, call, and what ended after `since` (ms). */
  sync(socket: DeskSocket, since: number): Promise<void> {
    return this.#deps.desk.still(() => this.#sync(socket, since));
  }

  /** Tells every desk anew which servers help its sound, with credentials that are good for a while. */
  renewIce(): void {
    for (const socket of this.#deps.seating.sockets) socket.emit('ice', this.#deps.iceFor(socket.data.agent.id));
  }

  /** Tells a desk that it has the seat now. */
  welcome(socket: DeskSocket): void {
    const { log, now } = this.#deps;
    const { id: agentId } = socket.data.agent;
    this.sync(socket, now()).catch((error) => log.error({ agentId, err: error }, 'Desk not told that it has the seat'));
  }

  async #sync(socket: DeskSocket, since: number): Promise<void> {
    const { db, floor, seating, facts, availability, now } = this.#deps;
    const { agent } = socket.data;
    // A call is settled up to some seconds after it ended, and settled calls may be put right: what is told twice replaces itself.
    const ended = await endedSince(db, agent.id, since - settledWithin);
    const callId = floor.callOf(agent.id);
    const call = callId === null ? null : await callById(db, callId);
    const seat = floor.seat(agent.id);
    const holds = seating.holds(socket);
    const known = call ? facts.of(call.id) : undefined;
    const live = call && known ? toLiveCall(call, known, now()) : null;
    const sync: DeskSync = {
      ...(await availability.factOf(agent.id)),
      waiting: await waitingCustomers(db, channelsOf(agent)),
      agent: toAgent(agent),
      seat: holds || !seat ? { status: 'held' } : elsewhere(socket, seat, live !== null),
      ring: holds && call && known ? this.#ringFor(call, agent.id, known) : null,
      call: holds ? live : null,
      ended,
      ice: this.#deps.iceFor(agent.id),
    };
    socket.emit('sync', sync);
  }

  /** A seat has moved away from a desk: what rang there rings no more. */
  async moved(from: DeskSocket): Promise<void> {
    const { floor, now } = this.#deps;
    const agentId = from.data.agent.id;
    const callId = floor.callOf(agentId);
    const call = callId === null ? null : await callById(this.#deps.db, callId);
    const ring = call?.life.phase === 'ringing' ? call.life.rings.find((one) => one.agentId === agentId) : undefined;
    if (call && ring)
      from.emit('ring.over', {
        ringId: ring.ringId,
        callId: call.id,
        reason: 'seatMoved',
        colleague: null,
        goesOn: null,
      });
    await this.sync(from, now());
  }

  /** Tells all desks of agents what these are available for now, and may say: the desks that wait among them. */
  tellAvailability(agentIds: readonly string[]): void {
    for (const agentId of agentIds) {
      this.#tellAvailability(agentId).catch((error) =>
        this.#deps.log.error({ agentId, err: error }, 'Desk not told of an availability'),
      );
    }
  }

  async #tellAvailability(agentId: string): Promise<void> {
    const fact = await this.#deps.availability.factOf(agentId);
    for (const socket of this.#deps.seating.socketsOf(agentId)) socket.emit('availability', fact);
  }

  /** Tells the desks that the record of an ended call says more now. */
  async recordChanged(callId: string): Promise<void> {
    const { db, seating } = this.#deps;
    const ended = await recordOf(db, callId);
    for (const agentId of ended?.agentIds ?? []) {
      const seated = seating.socketsOf(agentId).filter((socket) => seating.holds(socket));
      for (const socket of seated) if (ended) socket.emit('call.over', ended.record);
    }
  }

  #announceOne(call: Call, effect: Effect, known: Facts | undefined): void {
    const { seating, log, now } = this.#deps;
    switch (effect.kind) {
      case 'ring': {
        const ring = known ? this.#ringFor(call, effect.agentId, known) : null;
        if (ring) seating.tell(effect.agentId, 'ring', ring);
        break;
      }
      case 'ringOver': {
        const { ringId, reason } = effect;
        const colleague = effect.colleagueId === null ? null : this.#nameOf(effect.colleagueId);
        const goesOn = reason === 'declined' ? this.#whereItGoesOn(call) : null;
        seating.tell(effect.agentId, 'ring.over', { ringId, callId: call.id, reason, colleague, goesOn });
        break;
      }
      case 'callChanged': {
        const live = known ? toLiveCall(call, known, now()) : null;
        if (live) seating.tell(effect.agentId, 'call', live);
        if (live?.phase === 'claimed') this.#tellTheOthers(effect.agentId);
        break;
      }
      case 'callOver':
        this.#announceEnd(call).catch((error) => log.error({ callId: call.id, err: error }, 'End not announced'));
        break;
      case 'unask':
      case 'graph':
      case 'ringMissed':
      case 'talkEnded':
        break;
      default:
        exhaustive(effect);
    }
  }

  #nameOf(agentId: string): string | null {
    return this.#deps.floor.seat(agentId)?.agent.name ?? null;
  }

  #whereItGoesOn({ life }: Call): GoesOn {
    if (life.phase !== 'ringing') return { colleagues: [], waits: false };
    const colleagues = life.rings.flatMap(({ agentId }) => this.#nameOf(agentId) ?? []);
    return { colleagues, waits: life.rings.length === 0 };
  }

  #ringFor(call: Call, agentId: string, known: Facts): Ring | null {
    const ring = call.life.phase === 'ringing' ? call.life.rings.find((one) => one.agentId === agentId) : undefined;
    return ring ? toRingMessage(call, ring, known, this.#deps.now(), this.#deps.ringsAtOnce) : null;
  }

  /** The other desks of an agent who is in a call now learn that they may not take over. */
  #tellTheOthers(agentId: string): void {
    const { seating, log, now } = this.#deps;
    for (const socket of seating.socketsOf(agentId)) {
      if (seating.holds(socket)) continue;
      this.sync(socket, now()).catch((error) => log.error({ agentId, err: error }, 'Other desk not told of a call'));
    }
  }

  async #announceEnd(call: Call): Promise<void> {
    const { db, seating, facts, metrics, now } = this.#deps;
    const ended = await recordOf(db, call.id);
    facts.forget(call.id);
    if (!ended) return;
    metrics.calls.inc({ outcome: ended.record.outcome });
    for (const agentId of ended.agentIds) {
      for (const socket of seating.socketsOf(agentId)) {
        if (seating.holds(socket)) socket.emit('call.over', ended.record);
        // The other desks learn that they may take over now.
        else await this.sync(socket, now());
      }
    }
  }
}

function elsewhere(socket: DeskSocket, seat: Seat, onCall: boolean): SeatMessage {
  const { movedAt } = socket.data;
  const status = movedAt === null ? 'elsewhere' : 'moved';
  return { status, deskName: seat.deskName, at: movedAt ?? seat.takenAt, onCall };
}
