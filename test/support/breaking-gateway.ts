import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

export type Upgrades = 'refused' | 'swallowed' | 'passes';

/** Something in front of a relay that knows requests but no WebSockets, until it is told to let them pass. */
export async function startBreakingGateway(
  relayUrl: string,
  upgrades: Upgrades = 'refused',
  secured: { cert: string; key: string | Buffer } | null = null,
) {
  const relay = new URL(relayUrl);
  const sockets = new Set<Duplex>();
  let now = upgrades;
  let tried = 0;
  const server = secured === null ? createServer() : createSecureServer(secured);
  server.on('request', (asked: IncomingMessage, answer: ServerResponse) => {
    const onward = request(
      new URL(asked.url ?? '/', relay),
      { method: asked.method, headers: asked.headers },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      },
    );
    onward.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  server.on('upgrade', (asked: IncomingMessage, socket: Duplex, head: Buffer) => {
    tried += 1;
    if (now === 'swallowed') return;
    if (now === 'refused') return void socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
    const onward = connect(Number(relay.port), relay.hostname, () => {
      const lines = asked.rawHeaders.flatMap((text, index, all) => (index % 2 ? [] : [`${text}: ${all[index + 1]}`]));
      onward.write(`GET ${asked.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
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

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${secured === null ? 'http' : 'https'}://127.0.0.1:${port}`,
    /** How many WebSockets were tried. */
    tried: () => tried,
    upgrades: (next: Upgrades) => {
      now = next;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
