import type { RelayToDesk } from '../../contract/desk/socket.ts';
import { availabilityOf } from '../availability/store.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/database.ts';
import type { DeskSocket } from './desk-server.ts';
import { expectedBackFor, type Floor, type Seat } from './floor.ts';
import { forgetSeat, saveSeat } from './store.ts';

type Deps = {
  db: Db;
  floor: Floor;
  log: Log;
  now: () => number;
  /** A desk that waited has the seat now. */
  onSeated: (socket: DeskSocket) => void;
  /** An agent has a seat, and what they left as is to be taken up. */
  onTaken: (agentId: string) => Promise<void>;
};

/** Which connections there are, and which of them is its agent's seat: one live desk for each agent. */
export class Seating {
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

  /** Everybody who has a desk here. */
  get agentIds(): readonly string[] {
    return [...this.#sockets.keys()];
  }

  /** All desks of an agent, the seat among them. */
  socketsOf(agentId: string): readonly DeskSocket[] {
    return [...(this.#sockets.get(agentId) ?? [])];
  }

  /** The desk that has an agent's seat; null while it is away. */
  holderOf(agentId: string): DeskSocket | null {
    return this.#holders.get(agentId) ?? null;
  }

  holds(socket: DeskSocket): boolean {
    return this.#holders.get(socket.data.agent.id) === socket;
  }

  /** Tells the seat of an agent; a seat that is away hears it with its next `sync`. */
  tell<Fact extends keyof RelayToDesk>(agentId: string, fact: Fact, ...args: Parameters<RelayToDesk[Fact]>): void {
    this.#holders.get(agentId)?.emit(fact, ...args);
  }

  /** A desk has connected: it gets the seat if that is free, or its own from before. @returns whether it has it */
  async arrive(socket: DeskSocket): Promise<boolean> {
    const { agent, auth } = socket.data;
    const { floor } = this.#deps;
    const set = this.#sockets.get(agent.id) ?? new Set();
    this.#sockets.set(agent.id, set.add(socket));
    const seat = floor.seat(agent.id);
    const abandoned = seat !== undefined && seat.lostAt !== null && floor.callOf(agent.id) === null;
    const free = seat === undefined || seat.deskId === auth.deskId || abandoned;
    if (free) await this.#seat(socket, seat);
    return free;
  }

  /** Moves the seat to this desk. @returns the desk that had it and is still there */
  async takeOver(socket: DeskSocket): Promise<DeskSocket | null> {
    if (this.holds(socket)) return null;
    const agentId = socket.data.agent.id;
    const before = this.#holders.get(agentId) ?? null;
    await this.#seat(socket, this.#deps.floor.seat(agentId));
    if (before) before.data.movedAt = this.#deps.now();
    return before;
  }

  /** A desk has gone. @returns the agent whose seat is empty now, if it had the seat */
  depart(socket: DeskSocket): string | null {
    const agentId = socket.data.agent.id;
    const set = this.#sockets.get(agentId);
    set?.delete(socket);
    if (set?.size === 0) this.#sockets.delete(agentId);
    if (!this.holds(socket)) return null;
    this.#holders.delete(agentId);
    const seat = this.#deps.floor.seat(agentId);
    if (seat) seat.lostAt = this.#deps.now();
    this.expectBack(agentId, expectedBackFor);
    return agentId;
  }

  /** Gives a seat up when its desk is not back in time, ms; one with a call is kept until the call has ended. */
  expectBack(agentId: string, within: number): void {
    clearTimeout(this.#leaving.get(agentId));
    const timer = setTimeout(() => {
      this.#leaving.delete(agentId);
      const { floor, log } = this.#deps;
      const seat = floor.seat(agentId);
      if (!seat || seat.lostAt === null) return;
      if (floor.callOf(agentId) !== null) return this.expectBack(agentId, expectedBackFor);
      floor.leave(agentId);
      this.#passOn(agentId).catch((error) => log.error({ agentId, err: error }, 'Seat could not be passed on'));
    }, within);
    this.#leaving.set(agentId, timer);
  }

  /** The desk left on purpose: nobody waits for it, though a call of it may still be settled. */
  giveUp(agentId: string): void {
    const seat = this.#deps.floor.seat(agentId);
    if (seat) seat.lostAt = 0;
    this.expectBack(agentId, 0);
  }

  /** Ends the connections of a sign-in that is no longer good; whoever is in a call leaves it. */
  signOut(tokenHash: string): void {
    for (const socket of this.sockets) {
      if (socket.data.tokenHash !== tokenHash) continue;
      socket.data.signedOut = true;
      socket.emit('signed.out', { code: 'token', sentence: 'You have been signed out. Please sign in again.' });
      socket.disconnect(true);
    }
  }

  close(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
  }

  /** A seat was given up: another desk of the same agent that is there has it now. */
  async #passOn(agentId: string): Promise<void> {
    const waiting = this.socketsOf(agentId)[0];
    if (waiting === undefined) return forgetSeat(this.#deps.db, agentId);
    await this.#seat(waiting, undefined);
    this.#deps.onSeated(waiting);
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
      availability: before?.availability ?? availabilityOf(agent),
      lostAt: null,
      idleSince: before?.idleSince ?? now(),
      cameAt: now(),
      provedAt: null,
      unready: null,
    };
    clearTimeout(this.#leaving.get(agent.id));
    floor.take(seat);
    this.#holders.set(agent.id, socket);
    socket.data.movedAt = null;
    // An older connection of the same desk is a leftover of a network that broke.
    if (holder && holder !== socket && holder.data.auth.deskId === auth.deskId) holder.disconnect(true);
    await saveSeat(db, seat);
    await this.#deps.onTaken(agent.id);
  }
}
