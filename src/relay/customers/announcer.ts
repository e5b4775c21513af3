import type { Step } from '../calls/call-desk.ts';
import type { Log } from '../log.ts';
import { channelsOf, serves } from '../people/agents.ts';
import type { CustomerNews } from '../permission/from-messages.ts';
import type { DeskNamespace, DeskSocket } from '../seats/desk-server.ts';
import type { Pair } from '../store/acquaintances.ts';
import type { Db } from '../store/database.ts';
import { waitingCustomers } from '../store/received-messages.ts';

type Deps = { db: Db; desks: DeskNamespace; log: Log };

/** Tells the desks what is new about customers: those that have one open, and those that list them. */
export class CustomerAnnouncer {
  readonly #deps: Deps;
  /** The channels on which somebody did something or was read, of which the desks have not heard yet. */
  readonly #newsOn = new Set<string>();
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

  /** A customer did something by themselves, or was read: every desk that may list them hears of it. */
  came({ channelId, customerId }: Pair): void {
    this.changed(customerId);
    this.#newsOn.add(channelId);
    this.#telling ??= this.#tellOfLists()
      .catch((error) => this.#deps.log.error({ err: error }, 'Desks not told that their lists of customers changed'))
      .finally(() => {
        this.#telling = null;
      });
  }

  /** Counts once for all desks that count the same, and what came meanwhile is counted together. */
  async #tellOfLists(): Promise<void> {
    const { db, desks } = this.#deps;
    while (this.#newsOn.size > 0) {
      const channels = [...this.#newsOn];
      this.#newsOn.clear();
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
    for (const one of news) if (one.came) this.came(one);
    for (const customerId of new Set(news.flatMap((one) => (one.came ? [] : [one.customerId]))))
      this.changed(customerId);
  }

  /** A call began or is over: the customer's history has changed, and perhaps what is allowed. */
  callMoved({ call, effects }: Step): void {
    const told = effects.some(({ kind }) => kind === 'callOver');
    if (told) this.changed(call.customerId);
  }
}

const prefix = 'customer/';
