import type { PermissionAnswer } from '../../contract/desk/permission.ts';
import type { Step } from '../calls/call-desk.ts';
import { toChannel, toCustomer } from '../calls/facts.ts';
import { sentenceFor } from '../calls/sentence.ts';
import type { Log } from '../log.ts';
import { channelsOf, serves } from '../people/agents.ts';
import type { Answered, CustomerNews } from '../permission/from-messages.ts';
import type { DeskNamespace, DeskSocket } from '../seats/desk-server.ts';
import type { Seating } from '../seats/seating.ts';
import type { Pair } from '../store/acquaintances.ts';
import type { Db } from '../store/database.ts';
import { waitingCustomers } from '../store/received-messages.ts';

type Deps = { db: Db; desks: DeskNamespace; seating: Seating; log: Log; now: () => number };

/** Tells the desks what is new about customers: those that have a customer open, and the agent who asked for permission. */
export class CustomerAnnouncer {
  readonly #deps: Deps;
  /** The channels on which somebody wrote or was read, of which the desks have not heard yet. */
  readonly #talkedOn = new Set<string>();
  #telling: Promise<void> | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** From now on a desk hears of changes about this customer, and of no other. */
  watch(socket: DeskSocket, customerId: string | null): void {
    for (const room of socket.rooms) if (room.startsWith(prefix)) socket.leave(room);
    if (customerId !== null) socket.join(prefix + customerId);
  }

  /** What is known of a customer has changed, and is saved. */
  changed(customerId: string): void {
    this.#deps.desks.to(prefix + customerId).emit('customer.changed', { customerId });
  }

  /** Customers turned out to be one: whoever has one of them open looks at that one from now on. */
  joined(goneIds: readonly string[], customerId: string): void {
    const { desks } = this.#deps;
    for (const goneId of goneIds) {
      desks.to(prefix + goneId).emit('customer.changed', { customerId: goneId });
      desks.in(prefix + goneId).socketsJoin(prefix + customerId);
    }
    this.changed(customerId);
  }

  /** A customer wrote, or was read: every desk that may list them hears of it. */
  talked({ channelId, customerId }: Pair): void {
    this.changed(customerId);
    this.#talkedOn.add(channelId);
    this.#telling ??= this.#tellOfTalk()
      .catch((error) => this.#deps.log.error({ err: error }, 'Desks not told that a customer wrote'))
      .finally(() => {
        this.#telling = null;
      });
  }

  /** Counts once for all desks that count the same, and what came meanwhile is counted together. */
  async #tellOfTalk(): Promise<void> {
    const { db, desks } = this.#deps;
    while (this.#talkedOn.size > 0) {
      const channels = [...this.#talkedOn];
      this.#talkedOn.clear();
      const concerned = [...desks.sockets.values()].filter(({ data }) => channels.some((id) => serves(data.agent, id)));
      const groups = Map.groupBy(concerned, ({ data }) => data.agent.channels);
      for (const sockets of groups.values()) {
        const [first] = sockets;
        if (first === undefined) continue;
        const waiting = await waitingCustomers(db, channelsOf(first.data.agent));
        for (const socket of sockets) socket.emit('customers.changed', { waiting });
      }
    }
  }

  tell(news: readonly CustomerNews[]): void {
    for (const one of news) if (one.wrote) this.talked(one);
    for (const customerId of new Set(news.flatMap((one) => (one.wrote ? [] : [one.customerId]))))
      this.changed(customerId);
    for (const { answered, wrote: _, ...pair } of news) if (answered) this.answered(pair, answered);
  }

  /** A call began or is over: the customer's history has changed, and perhaps what is allowed. */
  callMoved({ call, effects }: Step): void {
    const told = effects.some(({ kind }) => kind === 'callOver');
    if (told) this.changed(call.customerId);
  }

  /** What became of a request is told to the agent who asked. */
  answered(pair: Pair, { agentId, ...what }: Answered): void {
    this.#tellAgent(pair, agentId, answerOf(what)).catch((error) =>
      this.#deps.log.error({ agentId, err: error }, 'Agent not told of the answer to a request'),
    );
  }

  async #tellAgent({ channelId, customerId }: Pair, agentId: string, answer: PermissionAnswer): Promise<void> {
    const { db, seating, now } = this.#deps;
    const channel = await db.selectFrom('channel').selectAll().where('id', '=', channelId).executeTakeFirst();
    const customer = await db.selectFrom('customer').selectAll().where('id', '=', customerId).executeTakeFirst();
    if (!channel || !customer) return;
    const told = { customer: toCustomer(customer), channel: toChannel(channel), answer, now: now() };
    seating.tell(agentId, 'permission.answered', told);
  }
}

const prefix = 'customer/';

function answerOf(what: Omit<Answered, 'agentId'>): PermissionAnswer {
  const { answer } = what;
  switch (answer.kind) {
    case 'declined':
      return answer;
    case 'permanent':
      return { kind: 'granted', until: null };
    case 'temporary':
      return { kind: 'granted', until: answer.until };
    case 'undelivered':
      return { kind: 'undelivered', sentence: sentenceFor(answer.code) ?? 'The request did not reach the customer.' };
  }
}
