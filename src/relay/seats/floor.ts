import { type Call, occupiedBy } from '../../domain/calls/call.ts';
import { type Availability, settled } from '../../domain/people/availability.ts';
import { isFresh, type Unreadiness } from '../../domain/readiness/readiness.ts';
import type { FloorAgent } from '../../domain/ringing/plan.ts';
import { type AgentRow, serves } from '../people/agents.ts';

/** How long a desk that dropped off is expected back, ms. */
export const expectedBackFor = 15_000;

/** How soon after it came a desk must have proved itself, ms: it listens to the microphone first. */
export const firstProofWithin = 10_000;

/** The one live desk of an agent, as this relay knows it. */
export type Seat = {
  agent: AgentRow;
  deskId: string;
  deskName: string;
  takenAt: number;
  /** When its present connection came, ms. */
  cameAt: number;
  /** As it was said; its time may have passed. */
  availability: Availability;
  /** When the connection dropped; null while it is there. */
  lostAt: number | null;
  /** Since when without a call. */
  idleSince: number;
  /** When it was last proved that the desk could take a call; null for not since it connected. */
  provedAt: number | null;
  /** What the last proof found wrong. */
  unready: Unreadiness | null;
};

/**
 * Who is there, and who is taken. It lives in memory because connections do; what must survive (who holds a seat, what they are
 * available for, which call has whom) is in the store, and {@link occupy} is told of every saved call.
 */
export class Floor {
  readonly #seats = new Map<string, Seat>();
  readonly #callOf = new Map<string, string>();
  readonly #agentsOf = new Map<string, readonly string[]>();

  seat(agentId: string): Seat | undefined {
    return this.#seats.get(agentId);
  }

  /** Seats that are connected now. */
  get size(): number {
    let connected = 0;
    for (const seat of this.#seats.values()) if (seat.lostAt === null) connected++;
    return connected;
  }

  take(seat: Seat): void {
    this.#seats.set(seat.agent.id, seat);
  }

  leave(agentId: string): void {
    this.#seats.delete(agentId);
  }

  /** The live call that has an agent, whether it rings or talks. */
  callOf(agentId: string): string | null {
    return this.#callOf.get(agentId) ?? null;
  }

  /** Takes in whom a call occupies now. */
  occupy(call: Call, now: number): void {
    const next = occupiedBy(call);
    for (const agentId of this.#agentsOf.get(call.id) ?? []) {
      if (next.includes(agentId) || this.#callOf.get(agentId) !== call.id) continue;
      this.#callOf.delete(agentId);
      const seat = this.#seats.get(agentId);
      if (seat) seat.idleSince = now;
    }
    for (const agentId of next) this.#callOf.set(agentId, call.id);
    if (next.length > 0) this.#agentsOf.set(call.id, next);
    else this.#agentsOf.delete(call.id);
  }

  /** Forgets every call and takes in these. */
  reset(calls: readonly Call[], now: number): void {
    this.#callOf.clear();
    this.#agentsOf.clear();
    for (const call of calls) this.occupy(call, now);
  }

  /** Who could take a call of this channel, as the ringing plan sees them. */
  agentsFor(channelId: string, now: number): FloorAgent[] {
    const agents: FloorAgent[] = [];
    for (const seat of this.#seats.values()) {
      if (!serves(seat.agent, channelId)) continue;
      agents.push({ agentId: seat.agent.id, status: this.#statusOf(seat, now), idleSince: seat.idleSince });
    }
    return agents;
  }

  #statusOf(seat: Seat, now: number): FloorAgent['status'] {
    const availability = settled(seat.availability, now).kind;
    // Whoever finishes a call will be back in a moment: to the caller they are busy.
    if (availability === 'afterCall') return 'busy';
    if (availability !== 'available') return 'away';
    if (this.#callOf.has(seat.agent.id)) return 'busy';
    if (seat.lostAt !== null) return now - seat.lostAt < expectedBackFor ? 'returning' : 'away';
    // A desk that came a moment ago is about to prove itself.
    if (seat.provedAt === null) return now - seat.cameAt < firstProofWithin ? 'returning' : 'away';
    return seat.unready === null && isFresh(seat.provedAt, now) ? 'ready' : 'away';
  }
}
