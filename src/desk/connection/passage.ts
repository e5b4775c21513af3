import { Manager } from 'socket.io-client';
import {
  afterPassage,
  inOrder,
  type Passage,
  type PassageFact,
  type Transport,
  untried,
} from '../../domain/network/transport.ts';
import type { Log, NetworkPort } from '../ports.ts';

/** How often a WebSocket is tried on the side while the connection has to do without. */
const tryEvery = 5 * 60_000;
/** How often it is looked whether the agent is free for the change. */
const lookEvery = 5_000;

type PassagePorts = {
  relayUrl: string;
  manager: Manager;
  network: NetworkPort;
  /** Nothing rings and nobody talks: the connection may be made anew. */
  isIdle(): boolean;
  /** A WebSocket passes now: make the connection anew. */
  onFaster(): void;
  now(): number;
  log: Log;
};

/** Keeps one connection on the fastest way that the network lets through ({@link afterPassage}). */
export function createPassage({ relayUrl, manager, network, isIdle, onFaster, now, log }: PassagePorts) {
  let passage: Passage = untried;
  let open: { transport: Transport; at: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let trying = false;
  let over = false;

  function take(fact: PassageFact): void {
    passage = afterPassage(passage, fact);
    manager.opts.transports = network.transports(inOrder(passage));
  }

  manager.on('error', (error) => {
    if (open === null)
      take({ kind: error.message === 'timeout' ? 'timedOut' : 'refused', transport: transportOf(manager) });
  });

  async function tryFast(): Promise<void> {
    if (trying || over || open?.transport !== 'polling') return;
    trying = true;
    const passes = await tryWebSocket(relayUrl, network);
    trying = false;
    log.info('Connection: tried a WebSocket', { passes });
    if (!passes) return again(tryEvery);
    take({ kind: 'passes' });
    change();
  }

  function change(): void {
    if (over || open?.transport !== 'polling') return;
    if (isIdle()) onFaster();
    else again(lookEvery, change);
  }

  function again(after: number, what: () => void = () => void tryFast()): void {
    clearTimeout(timer);
    if (!over) timer = setTimeout(what, after);
  }

  return {
    opened(): Transport {
      open = { transport: transportOf(manager), at: now() };
      if (open.transport === 'polling') again(tryEvery);
      return open.transport;
    },
    lost(): void {
      clearTimeout(timer);
      if (open !== null) take({ kind: 'lost', transport: open.transport, afterMs: now() - open.at });
      open = null;
    },
    /** The network may be another one. */
    forget: () => take({ kind: 'passes' }),
    tryFast: () => void tryFast(),
    transport: () => transportOf(manager),
    close(): void {
      over = true;
      clearTimeout(timer);
    },
  };
}

function transportOf({ engine }: Manager): Transport {
  return engine.transport.name === 'polling' ? 'polling' : 'websocket';
}

function tryWebSocket(relayUrl: string, network: NetworkPort): Promise<boolean> {
  const side = new Manager(new URL(relayUrl).origin, {
    transports: network.transports(['websocket']),
    autoConnect: false,
    reconnection: false,
    timeout: 8_000,
  });
  return new Promise((resolve) => {
    side.open((error) => {
      side.engine.close();
      resolve(error === undefined);
    });
  });
}
