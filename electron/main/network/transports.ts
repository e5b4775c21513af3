import type { Agent } from 'node:http';
import { Fetch as FetchPolling, NodeWebSocket } from 'socket.io-client';
import type { Transports } from '../../../src/desk/ports.ts';
import type { Transport } from '../../../src/domain/network/transport.ts';
import type { Fetch } from './chromium-fetch.ts';

type TransportPorts = { agents: { plain: Agent; secure: Agent }; fetch: Fetch };

/** Socket.IO's transports on this computer's network: the WebSocket by Node, through proxies of ours; polling by Chromium. */
export function createTransports({ agents, fetch }: TransportPorts): (order: readonly Transport[]) => Transports {
  class ProxiedWebSocket extends NodeWebSocket {
    override createSocket(address: string, protocols: string | string[] | undefined, options: Record<string, unknown>) {
      const agent = new URL(address).protocol === 'wss:' ? agents.secure : agents.plain;
      return super.createSocket(address, protocols, { ...options, agent });
    }
  }

  class ChromiumPolling extends FetchPolling {
    /** Cuts off the poll that waits when the connection is closed: Chromium has six requests for a server, and a dead one keeps its place. */
    readonly #waiting = new AbortController();

    override doPoll(): void {
      fetch(this.uri(), { signal: this.#waiting.signal }).then(
        async (response) => {
          if (response.ok) this.onData(await response.text());
          else this.onError('poll refused', response.status);
        },
        (error) => this.#fail(error),
      );
    }

    override doWrite(data: string, done: () => void): void {
      const headers = { 'content-type': 'text/plain;charset=UTF-8' };
      fetch(this.uri(), { method: 'POST', headers, body: data }).then(
        (response) => {
          if (response.ok) done();
          else this.onError('write refused', response.status);
        },
        (error) => this.#fail(error),
      );
    }

    override close(): this {
      super.close();
      this.#waiting.abort();
      return this;
    }

    #fail(error: unknown): void {
      if (!this.#waiting.signal.aborted) this.onError('polling failed', error);
    }
  }

  const known = { websocket: ProxiedWebSocket, polling: ChromiumPolling };
  return (order) => order.map((name) => known[name]);
}
