import type { LastContact, LiveCall, Ring as RingMessage } from '../../contract/desk/socket.ts';
import type { Channel, Customer } from '../../contract/desk/words.ts';
import type { Call, Ring, RingReason } from '../../domain/calls/call.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Db } from '../store/database.ts';
import { lastContactOf } from '../store/last-contact.ts';
import { countryOf } from './country.ts';

export type Facts = {
  channel: Channel;
  customer: Customer;
  /** For a call that came in. */
  lastContact: LastContact | null;
};

/** Who calls and on which number, kept for every live call so that a ring waits for no query. */
export class CallFacts {
  readonly #facts = new Map<string, Facts>();

  remember(callId: string, facts: Facts): void {
    this.#facts.set(callId, facts);
  }

  of(callId: string): Facts | undefined {
    return this.#facts.get(callId);
  }

  /** Customers turned out to be one: what rings or is on is theirs. */
  joined(goneIds: readonly string[], customer: Customer): void {
    for (const [callId, facts] of this.#facts) {
      if (goneIds.includes(facts.customer.id)) this.#facts.set(callId, { ...facts, customer });
    }
  }

  forget(callId: string): void {
    this.#facts.delete(callId);
  }

  /** Reads the facts of calls from an earlier run. */
  async resume(db: Db, calls: readonly Call[]): Promise<void> {
    for (const call of calls) {
      const channel = await db.selectFrom('channel').selectAll().where('id', '=', call.channelId).executeTakeFirst();
      const customer = await db.selectFrom('customer').selectAll().where('id', '=', call.customerId).executeTakeFirst();
      if (!channel || !customer) continue;
      const lastContact = call.life.phase === 'ringing' ? await lastContactOf(db, call) : null;
      this.remember(call.id, { channel: toChannel(channel), customer: toCustomer(customer), lastContact });
    }
  }
}

export function toChannel({ id, name, number }: { id: string; name: string; number: string | null }): Channel {
  return { id, name, number };
}

export function toCustomer(row: NamedCustomer): Customer {
  const { id, username, phone } = row;
  return { id, ...namesOf(row), username, phone, country: countryOf(phone) };
}

type NamedCustomer = Pick<CustomerRow, 'id' | 'name' | 'given_name' | 'username' | 'phone'>;

/** What agents call a customer goes before what they call themselves, which stays to be seen where it is another. */
function namesOf({ name, given_name }: NamedCustomer): Pick<Customer, 'name' | 'ownName'> {
  if (given_name === null || given_name === name) return { name };
  return { name: given_name, ...(name === null ? {} : { ownName: name }) };
}

/** A ring as the desk is told of it. */
export function toRingMessage(call: Call, ring: Ring, facts: Facts, now: number, ringsAtOnce: number): RingMessage {
  return {
    ringId: ring.ringId,
    callId: call.id,
    ...facts,
    reason: reasons[ring.reason],
    calledAt: call.calledAt ?? ring.from,
    from: ring.from,
    until: ring.until,
    now,
    offer: call.offer,
    alone: ringsAtOnce === 1 && call.life.phase === 'ringing' && call.life.rings.length === 1,
  };
}

const reasons: Record<RingReason, string> = {
  invited: 'they called by your invitation',
  assigned: 'they are assigned to you',
  onlyOne: 'you are the only one ready',
  longestIdle: 'you have been free the longest',
  passedOn: 'a colleague could not take it',
};

function limitOf({ life, limitMs }: Call): LiveCall['limit'] {
  if (life.phase !== 'onCall' || life.until === null || limitMs === null) return null;
  return { until: life.until, minutes: limitMs / 60_000 };
}

/** A claimed call as its desk is told of it; null while it rings or when it is over. */
export function toLiveCall(call: Call, { channel, customer }: Facts, now: number): LiveCall | null {
  const { life } = call;
  if (life.phase === 'ringing' || life.phase === 'ended') return null;
  return {
    callId: call.id,
    direction: call.direction,
    channel,
    customer,
    phase: life.phase === 'preAccepting' ? 'claimed' : life.phase,
    ringing: life.phase === 'dialling' && life.ringing,
    answer: call.answer,
    limit: limitOf(call),
    startedAt: life.phase === 'onCall' || life.phase === 'ending' ? life.startedAt : null,
    now,
  };
}
