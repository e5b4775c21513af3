import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Server } from 'socket.io';
import { type DeskSync, deskAuthSchema, deskNamespace, type RelayToDesk } from '../../src/contract/desk/socket.ts';
import type { Reply } from '../../src/contract/desk/words.ts';
import { aSync, budi } from '../../src/desk/testing/samples.ts';

export type Heard = { name: string; body: unknown };

/** Plays the relay by the contract: takes a sign-in, sends what it is told to, keeps what it hears. It can go away and come back. */
/** @param pingInterval how often it gives a sign of life, ms */
export async function createSmallRelay(pingInterval = 25_000) {
  const heard: Heard[] = [];
  const refuse = new Map<string, Reply>();
  const deaf = new Set<string>();
  const tokens = new Set<string>();
  const goodbyes: string[] = [];
  let truth: Partial<DeskSync> = {};
  let port = 0;
  let io: Server | null = null;

  function answerHttp(request: IncomingMessage, response: ServerResponse): void {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      heard.push({ name: `${request.method} ${request.url}`, body: text === '' ? null : JSON.parse(text) });
      const { status, body } = httpAnswer(request, text);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === null ? '' : JSON.stringify(body));
    });
  }

  function httpAnswer(request: IncomingMessage, text: string): { status: number; body: unknown } {
    if (request.url === '/api/session' && request.method === 'POST') {
      if (!text.includes('"right"')) {
        return { status: 401, body: { title: 'Email or password is not right.', status: 401, code: 'session.wrong' } };
      }
      tokens.add('token-1');
      return { status: 200, body: { token: 'token-1', expiresAt: Date.now() + 60_000, agent: budi } };
    }
    if (request.url === '/api/session') {
      tokens.clear();
      return { status: 204, body: null };
    }
    return { status: 200, body: { calls: [], more: false } };
  }

  async function open(): Promise<void> {
    const server = createServer(answerHttp);
    const sockets = new Server(server, { serveClient: false, pingInterval });
    const desks = sockets.of(deskNamespace);
    desks.use((socket, next) => {
      const auth = deskAuthSchema.safeParse(socket.handshake.auth);
      if (!auth.success) return next(new Error('auth'));
      next(tokens.has(auth.data.token) ? undefined : new Error('token'));
    });
    desks.on('connection', (socket) => {
      socket.on('disconnect', (reason) => goodbyes.push(reason));
      socket.onAny((name: string, body: unknown, ack: (reply: Reply) => void) => {
        heard.push({ name, body });
        if (deaf.has(name)) return;
        const reply = refuse.get(name) ?? (name === 'proof' ? { ok: true, now: Date.now() } : { ok: true });
        ack(reply);
        if (name === 'hello' && reply.ok) socket.emit('sync', aSync({ now: Date.now(), ...truth }));
      });
    });
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    const address = server.address();
    if (address !== null && typeof address !== 'string') port = address.port;
    io = sockets;
  }

  async function goAway(): Promise<void> {
    const old = io;
    io = null;
    await old?.close();
  }

  await open();
  return {
    url: () => `http://127.0.0.1:${port}`,
    heard,
    /** Bodies of one command, in the order in which they came. */
    all: (name: string) => heard.filter((one) => one.name === name).map((one) => one.body),
    /** Why connections ended, in Socket.IO's words. */
    goodbyes: () => goodbyes,
    refuse,
    deaf,
    tokens,
    /** What the next sync says, over an idle desk. */
    isTrue(next: Partial<DeskSync>): void {
      truth = next;
    },
    say<Name extends keyof RelayToDesk>(name: Name, ...body: Parameters<RelayToDesk[Name]>): void {
      io?.of(deskNamespace).emit(name, ...body);
    },
    sayAnything: (name: string, body: unknown) => io?.of(deskNamespace).emit(name, body),
    throwOut: () => io?.of(deskNamespace).disconnectSockets(true),
    comeBack: open,
    goAway,
  };
}
export type SmallRelay = Awaited<ReturnType<typeof createSmallRelay>>;
