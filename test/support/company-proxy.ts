import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export type ProxyHabits = {
  /** Lets nobody through without these. */
  wants?: { name: string; password: string };
  /** What it does to a WebSocket and to every tunnel: `passes`, answers 403, or says nothing. */
  tunnels?: 'passes' | 'refused' | 'swallowed';
};

/** A proxy as companies have them: plain requests in absolute form, the rest by CONNECT. It may be told to change its ways. */
export async function startCompanyProxy(habits: ProxyHabits = {}) {
  const seen: string[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer((asked, answer) => {
    seen.push(`${asked.method} ${asked.url}`);
    if (!isKnown(asked)) return refuse(answer);
    const onward = request(asked.url ?? '', { method: asked.method, headers: withoutProxy(asked) }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.writeHead(502).end());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  server.on('connect', (asked: IncomingMessage, socket: Duplex) => {
    seen.push(`CONNECT ${asked.url}`);
    keep(socket);
    if (!isKnown(asked))
      return void socket.end(
        'HTTP/1.1 407 Sign in\r\nProxy-Authenticate: Basic realm="proxy"\r\nContent-Length: 0\r\n\r\n',
      );
    if (habits.tunnels === 'swallowed') return;
    if (habits.tunnels === 'refused') return void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    const { hostname, port } = new URL(`http://${asked.url}`);
    const onward: Socket = connect(Number(port || 80), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    keep(onward);
    onward.on('close', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  });
  server.on('connection', keep);

  function keep(socket: Duplex): void {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  }

  function isKnown({ headers }: IncomingMessage): boolean {
    const { wants } = habits;
    if (wants === undefined) return true;
    return headers['proxy-authorization'] === `Basic ${btoa(`${wants.name}:${wants.password}`)}`;
  }

  function refuse(answer: ServerResponse): void {
    answer.writeHead(407, { 'proxy-authenticate': 'Basic realm="proxy"' }).end();
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    host: '127.0.0.1',
    port,
    /** `host:port`. */
    name: `127.0.0.1:${port}`,
    /** Every request and tunnel so far, by method and address. */
    seen,
    change: (next: ProxyHabits) => Object.assign(habits, next),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
export type CompanyProxy = Awaited<ReturnType<typeof startCompanyProxy>>;

function withoutProxy({ headers }: IncomingMessage): IncomingMessage['headers'] {
  const { 'proxy-authorization': _ours, 'proxy-connection': _also, ...rest } = headers;
  return rest;
}
