import type { DeskSync, RelayToDesk, RingOver } from '../../contract/desk/socket.ts';
import type { Call } from '../../domain/calls/call.ts';
import type { Step } from '../calls/call-desk.ts';
import { type CallFacts, toLiveCall, toRingMessage } from '../calls/facts.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { toAgent } from '../people/agents.ts';
import { callById } from '../store/calls.ts';
import type { Db } from '../store/database.ts';
import { endedSince, recordOf } from '../store/history.ts';
import type { DeskSocket } from './desk-server.ts';
import { expectedBackFor, type Floor, type Seat } from './floor.ts';
import { forgetSeat, saveSeat } from './store.ts';

type Deps = { db: Db; floor: Floor; facts: CallFacts; log: Log; metrics: Metrics; now: () => number };

/** The connections of all desks: who has a seat, and what each is told. */
export class DeskHub {
  readonly #deps: Deps;
  readonly #sockets = new Map<string, Set<DeskSocket>>();
  readonly #holders = new Map<string, DeskSocket>();
  readonly #leaving = new Map<string, NodeJS.Timeout>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get sockets(): readonly DeskSocket[] {
    return [...this.#sockets.values()].flatMap((set) => [...set]);
  }

  holds(socket: DeskSocket): boolean {
    return this.#holders.get(socket.data.agent.id) === socket;
  }

  /** A desk has connected: it gets the seat if that is free, or its own from before. @returns whether it has it */
  async arrive(socket: DeskSocket): Promise<boolean> {
    const { agent, auth } = socket.data;
    const set = this.#sockets.get(agent.id) ?? new Set();
    this.#sockets.set(agent.id, set.add(socket));
    const seat = this.#deps.floor.seat(agent.id);
    const busy = this.#deps.floor.callOf(agent.id) !== null;
    const free = seat === undefined || seat.deskId === auth.deskId || (seat.lostAt !== null && !busy);
    if (free) await this.#seat(socket, seat);
    return free;
  }

  /** Moves the seat to this desk. @returns false while the other desk is in a call */
  async takeOver(socket: DeskSocket, inCall: boolean): Promise<boolean> {
    if (this.holds(socket)) return true;
    if (inCall) return false;
    const agentId = socket.data.agent.id;
    const before = this.#holders.get(agentId);
    await this.#seat(socket, this.#deps.floor.seat(agentId));
    if (before && before !== socket) {
      before.data.movedAt = this.#deps.now();
      await this.sync(before, this.#deps.now());
    }
    return true;
  }

  /** A desk has gone. @returns the agent whose seat is empty now, if it had the seat */
  depart(socket: DeskSocket): string | null {
    const agentId = socket.data.agent.id;
    this.#sockets.get(agentId)?.delete(socket);
    if (!this.holds(socket)) return null;
    this.#holders.delete(agentId);
    const seat = this.#deps.floor.seat(agentId);
    if (seat) seat.lostAt = this.#deps.now();
    this.expectBack(agentId, expectedBackFor);
    return agentId;
  }

  /** Gives the seat up when its desk is not back in time; a seat with a call is kept until the call has ended. */
  expectBack(agentId: string, within: number): void {
    clearTimeout(this.#leaving.get(agentId));
    const timer = setTimeout(() => {
      this.#leaving.delete(agentId);
      const { floor, db, log } = this.#deps;
      const seat = floor.seat(agentId);
      if (!seat || seat.lostAt === null) return;
      if (floor.callOf(agentId) !== null) return this.expectBack(agentId, expectedBackFor);
      floor.leave(agentId);
      forgetSeat(db, agentId).catch((error) => log.error({ agentId, err: error }, 'Seat could not be forgotten'));
    }, within);
    this.#leaving.set(agentId, timer);
  }

  /** Tells the desks what a step of a call means for them. */
  announce({ call, effects }: Step): void {
    const { floor, facts, now, log } = this.#deps;
    const known = facts.of(call.id);
    for (const effect of effects) {
      switch (effect.kind) {
        case 'ring': {
          const ring =
            call.life.phase === 'ringing' ? call.life.rings.find((one) => one.ringId === effect.ringId) : undefined;
          if (ring && known) this.#tell(effect.agentId, 'ring', toRingMessage(call, ring, known, now()));
          break;
        }
        case 'ringOver': {
          const colleague = effect.colleagueId === null ? null : (floor.seat(effect.colleagueId)?.agent.name ?? null);
          this.#tell(effect.agentId, 'ring.over', {
            ringId: effect.ringId,
            callId: call.id,
            reason: effect.reason,
            colleague,
          });
          break;
        }
        case 'callChanged': {
          const live = known ? toLiveCall(call, known, now()) : null;
          if (live) this.#tell(effect.agentId, 'call', live);
          break;
        }
        case 'callOver':
          this.#announceEnd(call).catch((error) =>
            log.error({ callId: call.id, err: error }, 'End of a call could not be announced'),
          );
          break;
        case 'graph':
          break;
      }
    }
  }

  /** Sends a desk the whole truth. */
  async sync(socket: DeskSocket, since: number): Promise<void> {
    const { db, floor, facts, now } = this.#deps;
    const { agent } = socket.data;
    const seat = floor.seat(agent.id);
    const holds = this.holds(socket);
    const callId = floor.callOf(agent.id);
    const call = callId === null ? null : await callById(db, callId);
    const known = callId === null ? undefined : facts.of(callId);
    const ring = call?.life.phase === 'ringing' ? call.life.rings.find((one) => one.agentId === agent.id) : undefined;
    const live = call && known ? toLiveCall(call, known, now()) : null;
    const sync: DeskSync = {
      now: now(),
      agent: toAgent(agent),
      seat: holds || !seat ? { status: 'held' } : this.#elsewhere(socket, seat, live !== null),
      availability: seat?.availability ?? agent.availability,
      ring: holds && call && ring && known ? toRingMessage(call, ring, known, now()) : null,
      call: holds ? live : null,
      ended: await endedSince(db, agent.id, since),
    };
    socket.emit('sync', sync);
  }

  /** Ends the connections of a sign-in that is no longer good. */
  signOut(tokenHash: string): void {
    for (const socket of this.sockets) {
      if (socket.data.tokenHash !== tokenHash) continue;
      socket.emit('signed.out', { code: 'token', sentence: 'You have been signed out. Please sign in again.' });
      socket.disconnect(true);
    }
  }

  close(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
  }

  async #seat(socket: DeskSocket, before: Seat | undefined): Promise<void> {
    const { floor, db, now } = this.#deps;
    const { agent, auth } = socket.data;
    const holder = this.#holders.get(agent.id);
    const seat: Seat = {
      agent,
      deskId: auth.deskId,
      deskName: auth.deskName,
      takenAt: before?.deskId === auth.deskId ? before.takenAt : now(),
      availability: before?.availability ?? agent.availability,
      lostAt: null,
      idleSince: before?.idleSince ?? now(),
    };
    clearTimeout(this.#leaving.get(agent.id));
    floor.take(seat);
    this.#holders.set(agent.id, socket);
    socket.data.movedAt = null;
    // An older connection of the same desk is a leftover of a network that broke.
    if (holder && holder !== socket && holder.data.auth.deskId === auth.deskId) holder.disconnect(true);
    else if (holder && holder !== socket) this.#takeRingAway(holder);
    await saveSeat(db, seat);
  }

  #takeRingAway(holder: DeskSocket): void {
    const callId = this.#deps.floor.callOf(holder.data.agent.id);
    if (callId === null) return;
    const over: RingOver = { ringId: '', callId, reason: 'seatMoved', colleague: null };
    holder.emit('ring.over', over);
  }

  #elsewhere(socket: DeskSocket, seat: Seat, onCall: boolean): DeskSync['seat'] {
    const { movedAt } = socket.data;
    const status = movedAt === null ? 'elsewhere' : 'moved';
    return { status, deskName: seat.deskName, at: movedAt ?? seat.takenAt, onCall };
  }

  #tell<Fact extends keyof RelayToDesk>(agentId: string, fact: Fact, ...args: Parameters<RelayToDesk[Fact]>): void {
    this.#holders.get(agentId)?.emit(fact, ...args);
  }

  async #announceEnd(call: Call): Promise<void> {
    const { db, facts, metrics } = this.#deps;
    const ended = await recordOf(db, call.id);
    facts.forget(call.id);
    if (!ended) return;
    metrics.calls.inc({ outcome: ended.record.outcome });
    for (const agentId of ended.agentIds) {
      for (const socket of this.#sockets.get(agentId) ?? []) {
        if (this.holds(socket)) socket.emit('call.over', ended.record);
        // The other desks learn that they may take over now.
        else await this.sync(socket, this.#deps.now());
      }
    }
  }
}
